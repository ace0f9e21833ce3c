import { markRead as contract } from '@shared/contracts/notifications'
import { implementCommand } from '../../kernel/operation'
import { messages } from '../../kernel/store'

/** Marks the caller's own messages read; ids of others' are passed over in silence, so that nothing is learnt from them. */
export const markRead = implementCommand(contract, {
  async handle({ input, openid, transaction }) {
    for (const id of new Set(input.ids)) {
      const message = await transaction.get(messages, id)
      if (message?.recipient === openid && !message.read) await transaction.put(messages, { ...message, read: true })
    }
    return {}
  },
})
