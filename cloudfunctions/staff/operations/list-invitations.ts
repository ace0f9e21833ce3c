import { listInvitations as contract } from '@shared/contracts/staff'
import { invitationStateOf, openInvitationActions } from '@shared/domain/invitation-workflow'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { invitations } from '../store'

const pageLength = 30

/** Everybody who was invited, the latest first, with what became of the invitation. */
export const listInvitations = implementQuery(contract, async ({ input, now }) => {
  const found = await database.find(invitations, {
    where: input.cursor === undefined ? {} : { order: command().lt(input.cursor) },
    orderBy: ['order', 'desc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return {
    invitations: page.map((invitation) => {
      const state = invitationStateOf(invitation, now)
      const { _id, name, roles, departments, invitedBy, at, expiresAt, endedAt } = invitation
      return {
        id: _id,
        name,
        roles: [...roles],
        departments: [...departments],
        state,
        invitedBy,
        at,
        expiresAt,
        ...(endedAt === undefined ? {} : { endedAt }),
        actions: [...openInvitationActions(state)],
      }
    }),
    ...(next === undefined ? {} : { next }),
  }
})
