import { revokeInvitation as contract } from '@shared/contracts/staff'
import { invitationStateOf } from '@shared/domain/invitation-workflow'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { moveInvitation } from '../invitations'
import { actingAdministrator } from '../members'
import { invitations } from '../store'

/** Makes a code worthless that nobody has used. */
export const revokeInvitation = implementCommand(contract, {
  async handle({ input, openid, now, transaction }) {
    const administrator = await actingAdministrator(transaction, openid)
    if (isFailure(administrator)) return administrator
    const invitation = await transaction.get(invitations, input.invitationId)
    if (invitation === undefined) return fail('NOT_FOUND')
    const revoked = await moveInvitation(transaction, {
      action: 'revoke',
      as: 'administrator',
      from: invitationStateOf(invitation, now),
      invitation: { ...invitation, endedAt: now },
      actor: administrator,
      details: {},
      now,
    })
    return isFailure(revoked) ? revoked : {}
  },
})
