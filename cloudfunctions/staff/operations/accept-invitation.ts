import { acceptInvitation as contract } from '@shared/contracts/staff'
import { invitationStateOf } from '@shared/domain/invitation-workflow'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { staffMembers } from '../../kernel/store'
import { openCode } from '../codes'
import { moveInvitation, whyClosed } from '../invitations'
import { moveMember, newMember } from '../members'
import { invitations } from '../store'

/** Makes the caller the member whom the invitation names, and uses the code up, in one. */
export const acceptInvitation = implementCommand(contract, {
  async prepare({ input, openid, now }) {
    const opened = await openCode(openid, input.code, now)
    if (isFailure(opened)) return opened
    return opened.kind === 'invitation' ? opened.invitation._id : fail('CODE_WRONG')
  },
  async handle({ openid, now, transaction, prepared }) {
    const before = await transaction.get(staffMembers, openid)
    if (before !== undefined) return fail('ALREADY_STAFF')
    const invitation = await transaction.get(invitations, prepared)
    if (invitation === undefined) return fail('CODE_WRONG')
    const closed = whyClosed(invitation, now)
    if (closed !== undefined) return closed
    const { name, roles, departments, invitedBy } = invitation
    const member = newMember(openid, { name, roles, departments }, now)
    const joined = await moveMember(transaction, {
      action: 'join',
      as: 'newcomer',
      before,
      after: member,
      actor: member,
      details: { invitation: invitation._id, invitedBy, after: { name, roles, departments } },
      now,
    })
    if (isFailure(joined)) return fail('ALREADY_STAFF')
    const used = await moveInvitation(transaction, {
      action: 'use',
      as: 'newcomer',
      from: invitationStateOf(invitation, now),
      invitation: { ...invitation, endedAt: now },
      actor: member,
      details: { member: member.reference },
      now,
    })
    if (isFailure(used)) return fail('CODE_USED')
    return { name, roles: [...roles], departments: [...departments] }
  },
})
