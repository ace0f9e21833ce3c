import { serve } from '../kernel/serve'
import { amendRating } from './operations/amend-rating'
import { answerRectification } from './operations/answer-rectification'
import { drawReturnVisits } from './operations/draw-return-visits'
import { exportSatisfaction } from './operations/export-satisfaction'
import { getInvitation } from './operations/get-invitation'
import { getMyRectification } from './operations/get-my-rectification'
import { getRatedWindow } from './operations/get-rated-window'
import { getSatisfaction } from './operations/get-satisfaction'
import { listInvitations } from './operations/list-invitations'
import { listPraise } from './operations/list-praise'
import { listRatedWindows } from './operations/list-rated-windows'
import { listRectifications } from './operations/list-rectifications'
import { listReturnVisitSamples } from './operations/list-return-visit-samples'
import { listReturnVisits } from './operations/list-return-visits'
import { moveRectification } from './operations/move-rectification'
import { rateApplication } from './operations/rate-application'
import { rateVisit } from './operations/rate-visit'
import { recordReturnVisit } from './operations/record-return-visit'
import { revealCallNumber } from './operations/reveal-call-number'
import { rollUpSatisfaction } from './operations/roll-up-satisfaction'
import { sweepSurveys } from './operations/sweep-surveys'

/** The cloud function `surveys`. */
export const main = serve([
  listInvitations,
  getInvitation,
  rateApplication,
  amendRating,
  getRatedWindow,
  listRatedWindows,
  rateVisit,
  getMyRectification,
  answerRectification,
  listRectifications,
  moveRectification,
  drawReturnVisits,
  listReturnVisitSamples,
  listReturnVisits,
  revealCallNumber,
  recordReturnVisit,
  getSatisfaction,
  exportSatisfaction,
  listPraise,
  sweepSurveys,
  rollUpSatisfaction,
])
