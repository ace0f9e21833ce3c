import { serve } from '../kernel/serve'
import { getCentre } from './operations/get-centre'
import { getGuide } from './operations/get-guide'
import { listItems } from './operations/list-items'

/** The cloud function `catalogue`. */
export const main = serve([listItems, getGuide, getCentre])
