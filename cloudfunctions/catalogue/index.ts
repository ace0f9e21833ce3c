import { serve } from '../kernel/serve'
import { getCentre } from './operations/get-centre'
import { getGuide } from './operations/get-guide'
import { getQuickPhrases } from './operations/get-quick-phrases'
import { getSampleLink } from './operations/get-sample-link'
import { listDepartments } from './operations/list-departments'
import { listItems } from './operations/list-items'
import { publishConfiguredItems } from './operations/publish-configured-items'

/** The cloud function `catalogue`. */
export const main = serve([
  listItems,
  getGuide,
  getCentre,
  listDepartments,
  getSampleLink,
  getQuickPhrases,
  publishConfiguredItems,
])
