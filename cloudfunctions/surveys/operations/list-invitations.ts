import { listInvitations as contract } from '@shared/contracts/surveys'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { surveyInvitations } from '../../kernel/survey-invitation'
import { invitationViews } from '../invitation-view'

const pageLength = 20

/** The caller's own closed cases, the latest first. */
export const listInvitations = implementQuery(contract, async ({ input, openid, now }) => {
  const found = await database.find(surveyInvitations, {
    where: { ownerId: openid, order: command().lt(input.cursor ?? '~') },
    orderBy: ['order', 'desc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return { invitations: await invitationViews(page, now), ...(next === undefined ? {} : { next }) }
})
