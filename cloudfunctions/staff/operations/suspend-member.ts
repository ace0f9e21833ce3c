import { suspendMember as contract } from '@shared/contracts/staff'
import { implementCommand, isFailure } from '../../kernel/operation'
import { accountOf, membersForStep, moveMember } from '../members'

/** Takes all rights at once: every call of a member reads this document first. */
export const suspendMember = implementCommand(contract, {
  prepare: accountOf,
  async handle({ input, openid, now, transaction, prepared: account }) {
    const { reason, version } = input
    const found = await membersForStep(transaction, { openid, account, version })
    if (isFailure(found)) return found
    const { administrator, member } = found
    const moved = await moveMember(transaction, {
      action: 'suspend',
      as: 'administrator',
      before: member,
      after: { ...member, suspension: { reason, at: now, by: administrator.name } },
      actor: administrator,
      details: { reason },
      now,
    })
    return isFailure(moved) ? moved : {}
  },
})
