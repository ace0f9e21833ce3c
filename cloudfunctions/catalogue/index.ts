import { serve } from '../kernel/serve'
import { beginItemImport } from './operations/begin-item-import'
import { clearItemFiles } from './operations/clear-item-files'
import { createItemDraft } from './operations/create-item-draft'
import { discardItemDraft } from './operations/discard-item-draft'
import { exportItems } from './operations/export-items'
import { getCentre } from './operations/get-centre'
import { getEditableItem } from './operations/get-editable-item'
import { getGuide } from './operations/get-guide'
import { getItemHistory } from './operations/get-item-history'
import { getQuickPhrases } from './operations/get-quick-phrases'
import { getSampleLink } from './operations/get-sample-link'
import { importItems } from './operations/import-items'
import { listDepartments } from './operations/list-departments'
import { listEditableItems } from './operations/list-editable-items'
import { listItems } from './operations/list-items'
import { publishConfiguredItems } from './operations/publish-configured-items'
import { publishItemDraft } from './operations/publish-item-draft'
import { restoreItem } from './operations/restore-item'
import { retireItem } from './operations/retire-item'
import { saveItemDraft } from './operations/save-item-draft'

/** The cloud function `catalogue`. */
export const main = serve([
  listItems,
  getGuide,
  getCentre,
  listDepartments,
  getSampleLink,
  getQuickPhrases,
  publishConfiguredItems,
  listEditableItems,
  getEditableItem,
  createItemDraft,
  saveItemDraft,
  discardItemDraft,
  publishItemDraft,
  retireItem,
  restoreItem,
  getItemHistory,
  exportItems,
  beginItemImport,
  importItems,
  clearItemFiles,
])
