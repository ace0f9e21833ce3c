import { serve } from '../kernel/serve'
import { finishPhoneTask } from './operations/finish-phone-task'
import { flushOutbox } from './operations/flush-outbox'
import { getConsentPrompt } from './operations/get-consent-prompt'
import { listInbox } from './operations/list-inbox'
import { listPhoneTasks } from './operations/list-phone-tasks'
import { markRead } from './operations/mark-read'
import { recordConsent } from './operations/record-consent'

/** The cloud function `notifications`. */
export const main = serve([
  getConsentPrompt,
  recordConsent,
  listInbox,
  markRead,
  listPhoneTasks,
  finishPhoneTask,
  flushOutbox,
])
