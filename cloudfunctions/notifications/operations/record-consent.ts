import { recordConsent as contract } from '@shared/contracts/notifications'
import { implementCommand } from '../../kernel/operation'
import { grantId } from '../../kernel/outbox'
import { grants } from '../../kernel/store'

/** More than anybody uses; a client that says yes in a loop gains nothing. */
const mostGrants = 50

/**
 * Enters WeChat's answers into the grant ledger: each `accept` is one send more. `ban` and `filter` mean that asking
 * again cannot help; a later `accept` ends that.
 */
export const recordConsent = implementCommand(contract, {
  async handle({ input, openid, transaction }) {
    const latest = new Map(input.answers.map(({ key, choice }) => [key, choice]))
    for (const [template, choice] of latest) {
      const _id = grantId(openid, template)
      const before = (await transaction.get(grants, _id)) ?? {
        _id,
        recipient: openid,
        template,
        remaining: 0,
        refused: false,
      }
      const remaining = choice === 'accept' ? Math.min(mostGrants, before.remaining + 1) : before.remaining
      const refused = choice === 'accept' ? false : before.refused || choice !== 'reject'
      await transaction.put(grants, { ...before, remaining, refused })
    }
    return {}
  },
})
