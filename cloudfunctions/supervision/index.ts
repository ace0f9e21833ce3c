import { serve } from '../kernel/serve'
import { countBoard } from './operations/count-board'
import { exportFigures } from './operations/export-figures'
import { exportUrgent } from './operations/export-urgent'
import { findRecord } from './operations/find-record'
import { getBoard } from './operations/get-board'
import { getFigures } from './operations/get-figures'
import { getTimeline } from './operations/get-timeline'
import { listUrgent } from './operations/list-urgent'
import { rollUpFigures } from './operations/roll-up-figures'

/** The cloud function `supervision`. */
export const main = serve([
  getBoard,
  countBoard,
  listUrgent,
  exportUrgent,
  getFigures,
  exportFigures,
  getTimeline,
  findRecord,
  rollUpFigures,
])
