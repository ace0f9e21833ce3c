import { serve } from '../kernel/serve'
import { beginUpload } from './operations/begin-upload'
import { claimApplication } from './operations/claim-application'
import { completeUpload } from './operations/complete-upload'
import { discardDraft } from './operations/discard-draft'
import { getApplication } from './operations/get-application'
import { getFileLink } from './operations/get-file-link'
import { listMine } from './operations/list-mine'
import { listQueue } from './operations/list-queue'
import { openDraft } from './operations/open-draft'
import { passApplication } from './operations/pass-application'
import { rejectApplication } from './operations/reject-application'
import { releaseApplication } from './operations/release-application'
import { removeFile } from './operations/remove-file'
import { requestCorrection } from './operations/request-correction'
import { resubmitApplication } from './operations/resubmit-application'
import { revealApplicant } from './operations/reveal-applicant'
import { saveDraft } from './operations/save-draft'
import { submitApplication } from './operations/submit-application'
import { sweepApplications } from './operations/sweep-applications'
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
  claimApplication,
  releaseApplication,
  requestCorrection,
  passApplication,
  rejectApplication,
  revealApplicant,
  sweepApplications,
])
