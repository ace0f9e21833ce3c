import { serve } from '../kernel/serve'
import { acceptAtWindow } from './operations/accept-at-window'
import { acceptOnSite } from './operations/accept-on-site'
import { acceptWithPledge } from './operations/accept-with-pledge'
import { answerHomeVisit } from './operations/answer-home-visit'
import { approveApplication } from './operations/approve-application'
import { beginResultUpload } from './operations/begin-result-upload'
import { beginUpload } from './operations/begin-upload'
import { bookAppointment } from './operations/book-appointment'
import { callNext } from './operations/call-next'
import { cancelAppointment } from './operations/cancel-appointment'
import { cancelHomeVisit } from './operations/cancel-home-visit'
import { changeAppointment } from './operations/change-appointment'
import { checkIn } from './operations/check-in'
import { claimApplication } from './operations/claim-application'
import { completeResultUpload } from './operations/complete-result-upload'
import { completeUpload } from './operations/complete-upload'
import { confirmReceipt } from './operations/confirm-receipt'
import { countHeldCases } from './operations/count-held-cases'
import { countQueues } from './operations/count-queues'
import { deliverResult } from './operations/deliver-result'
import { denyApplication } from './operations/deny-application'
import { discardDraft } from './operations/discard-draft'
import { drawPledgeSample } from './operations/draw-pledge-sample'
import { extendApplication } from './operations/extend-application'
import { findCases } from './operations/find-cases'
import { getApplication } from './operations/get-application'
import { getFileLink } from './operations/get-file-link'
import { getHomeVisit } from './operations/get-home-visit'
import { handOver } from './operations/hand-over'
import { linkApplication } from './operations/link-application'
import { listAppointments } from './operations/list-appointments'
import { listHomeVisits } from './operations/list-home-visits'
import { listMine } from './operations/list-mine'
import { listPledgeChecks } from './operations/list-pledge-checks'
import { listQueue } from './operations/list-queue'
import { listReceivedItems } from './operations/list-received-items'
import { listSlots } from './operations/list-slots'
import { listWaiting } from './operations/list-waiting'
import { moveAppointment } from './operations/move-appointment'
import { openDraft } from './operations/open-draft'
import { passApplication } from './operations/pass-application'
import { receiveResult } from './operations/receive-result'
import { recordPledgeCheck } from './operations/record-pledge-check'
import { rejectApplication } from './operations/reject-application'
import { releaseApplication } from './operations/release-application'
import { removeFile } from './operations/remove-file'
import { requestCorrection } from './operations/request-correction'
import { requestHomeVisit } from './operations/request-home-visit'
import { resubmitApplication } from './operations/resubmit-application'
import { resumeApplication } from './operations/resume-application'
import { revealApplicant } from './operations/reveal-applicant'
import { saveDraft } from './operations/save-draft'
import { submitApplication } from './operations/submit-application'
import { suspendApplication } from './operations/suspend-application'
import { sweepApplications } from './operations/sweep-applications'
import { sweepAppointments } from './operations/sweep-appointments'
import { takeApplication } from './operations/take-application'
import { takeWalkInNumber } from './operations/take-walk-in-number'
import { withdrawApplication } from './operations/withdraw-application'

/** The cloud function `applications`. */
export const main = serve([
  openDraft,
  saveDraft,
  discardDraft,
  beginUpload,
  completeUpload,
  removeFile,
  getFileLink,
  submitApplication,
  resubmitApplication,
  withdrawApplication,
  listMine,
  getApplication,
  listQueue,
  listReceivedItems,
  findCases,
  claimApplication,
  releaseApplication,
  requestCorrection,
  passApplication,
  rejectApplication,
  revealApplicant,
  takeApplication,
  extendApplication,
  suspendApplication,
  resumeApplication,
  beginResultUpload,
  completeResultUpload,
  approveApplication,
  denyApplication,
  deliverResult,
  receiveResult,
  confirmReceipt,
  handOver,
  countHeldCases,
  countQueues,
  acceptWithPledge,
  drawPledgeSample,
  listPledgeChecks,
  recordPledgeCheck,
  sweepApplications,
  listSlots,
  bookAppointment,
  changeAppointment,
  cancelAppointment,
  listAppointments,
  listWaiting,
  checkIn,
  takeWalkInNumber,
  callNext,
  moveAppointment,
  acceptAtWindow,
  acceptOnSite,
  linkApplication,
  requestHomeVisit,
  cancelHomeVisit,
  getHomeVisit,
  listHomeVisits,
  answerHomeVisit,
  sweepAppointments,
])
