import { inviteMember as contract } from '@shared/contracts/staff'
import { emptyChain } from '../../kernel/audit'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { invitationLifeMs, makeCode } from '../codes'
import { moveInvitation } from '../invitations'
import { actingAdministrator, unknownDepartments } from '../members'
import type { Invitation } from '../store'

/** Makes an invitation and gives its code, this once. */
export const inviteMember = implementCommand(contract, {
  prepare: async ({ input }) => unknownDepartments(input.departments) ?? makeCode(),
  async handle({ input, openid, now, transaction, prepared }) {
    const administrator = await actingAdministrator(transaction, openid)
    if (isFailure(administrator)) return administrator
    const { name, roles, departments } = input
    const invitation: Invitation = {
      _id: prepared.hash,
      name,
      roles,
      departments,
      // The table puts it where it belongs.
      state: 'open',
      invitedBy: administrator.name,
      at: now,
      expiresAt: now + invitationLifeMs,
      order: `${String(now).padStart(15, '0')}#${prepared.hash}`,
      audit: emptyChain,
    }
    const made = await moveInvitation(transaction, {
      action: 'invite',
      as: 'administrator',
      from: 'none',
      invitation,
      actor: administrator,
      details: { name, roles, departments },
      now,
    })
    return isFailure(made) ? fail('FORBIDDEN') : { code: prepared.code, expiresAt: made.expiresAt }
  },
})
