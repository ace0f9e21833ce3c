import { lookUpInvitation as contract } from '@shared/contracts/staff'
import { database } from '../../kernel/database'
import { fail, implementQuery, isFailure } from '../../kernel/operation'
import { staffMembers } from '../../kernel/store'
import { openCode } from '../codes'
import { whyClosed } from '../invitations'
import { hasAdministrator } from '../members'

/** Whose code it is. Nothing is written but the count of wrong codes. */
export const lookUpInvitation = implementQuery(contract, async ({ input, openid, now }) => {
  if ((await database.get(staffMembers, openid)) !== undefined) return fail('ALREADY_STAFF')
  const opened = await openCode(openid, input.code, now)
  if (isFailure(opened)) return opened
  if (opened.kind === 'first-administrator') {
    return (await hasAdministrator(database)) ? fail('CODE_USED') : { kind: opened.kind }
  }
  const { invitation } = opened
  const { name, roles, departments, invitedBy, expiresAt } = invitation
  return (
    whyClosed(invitation, now) ?? {
      kind: opened.kind,
      name,
      roles: [...roles],
      departments: [...departments],
      invitedBy,
      expiresAt,
    }
  )
})
