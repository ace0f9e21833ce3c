import { changeMember as contract } from '@shared/contracts/staff'
import { implementCommand, isFailure } from '../../kernel/operation'
import { accountOf, derivedOf, membersForStep, moveMember, unknownDepartments } from '../members'
import { changedParts } from '../member-view'

/** Other roles, other departments, or the name put right. What is as it was makes no entry. */
export const changeMember = implementCommand(contract, {
  prepare: accountOf,
  async handle({ input, openid, now, transaction, prepared: account }) {
    const { version, name, roles, departments } = input
    const found = await membersForStep(transaction, { openid, account, version })
    if (isFailure(found)) return found
    const unknown = unknownDepartments(departments)
    if (unknown !== undefined) return unknown
    const { administrator, member } = found
    const powers = { name, roles, departments }
    const details = changedParts(member, powers)
    if (details === undefined) return {}
    const moved = await moveMember(transaction, {
      action: 'change',
      as: 'administrator',
      before: member,
      after: { ...member, ...powers, ...derivedOf(powers, member.reference) },
      actor: administrator,
      details,
      now,
    })
    return isFailure(moved) ? moved : {}
  },
})
