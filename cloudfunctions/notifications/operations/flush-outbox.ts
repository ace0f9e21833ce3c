import { flushOutbox as contract } from '@shared/contracts/notifications'
import { implementTimer } from '../../kernel/operation'
import { flushDueMessages } from '../../kernel/outbox'

/** As many as one run of the timer's function can send within its time. */
const batch = 100

/** Sends what the commands could not send at once. */
export const flushOutbox = implementTimer(contract, () => flushDueMessages(batch))
