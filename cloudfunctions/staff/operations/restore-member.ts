import { restoreMember as contract } from '@shared/contracts/staff'
import { implementCommand, isFailure } from '../../kernel/operation'
import { accountOf, membersForStep, moveMember } from '../members'

/** Gives a suspended member back what they had. */
export const restoreMember = implementCommand(contract, {
  prepare: accountOf,
  async handle({ input, openid, now, transaction, prepared: account }) {
    const found = await membersForStep(transaction, { openid, account, version: input.version })
    if (isFailure(found)) return found
    const { administrator, member } = found
    const { suspension: _ended, ...rest } = member
    const moved = await moveMember(transaction, {
      action: 'restore',
      as: 'administrator',
      before: member,
      after: rest,
      actor: administrator,
      details: {},
      now,
    })
    return isFailure(moved) ? moved : {}
  },
})
