import { claimFirstAdministrator as contract } from '@shared/contracts/staff'
import type { StaffRole } from '@shared/contracts/contract'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { staffMembers } from '../../kernel/store'
import { openCode } from '../codes'
import { hasAdministrator, moveMember, newMember } from '../members'

/** Makes the caller the first administrator, while there is none and with the operator's code only. */
export const claimFirstAdministrator = implementCommand(contract, {
  async prepare({ input, openid, now }) {
    const opened = await openCode(openid, input.code, now)
    if (isFailure(opened)) return opened
    return opened.kind === 'first-administrator' ? undefined : fail('CODE_WRONG')
  },
  async handle({ input, openid, now, transaction }) {
    const before = await transaction.get(staffMembers, openid)
    if (before !== undefined) return fail('ALREADY_STAFF')
    if (await hasAdministrator(transaction)) return fail('ADMINISTRATOR_EXISTS')
    const roles: StaffRole[] = ['administrator']
    const member = newMember(openid, { name: input.name, roles, departments: [] }, now)
    const claimed = await moveMember(transaction, {
      action: 'claim',
      as: 'newcomer',
      before,
      after: member,
      actor: member,
      details: { after: { name: input.name, roles, departments: [] } },
      now,
    })
    return isFailure(claimed) ? fail('ALREADY_STAFF') : { name: input.name, roles, departments: [] }
  },
})
