import { getInvitation as contract } from '@shared/contracts/surveys'
import { database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { surveyInvitations } from '../../kernel/survey-invitation'
import { invitationViews } from '../invitation-view'

/** The caller's own invitation to rate a case. */
export const getInvitation = implementQuery(contract, async ({ input, openid, now }) => {
  const invitation = await database.get(surveyInvitations, input.applicationId)
  if (invitation?.ownerId !== openid) return fail('NOT_FOUND')
  const [view] = await invitationViews([invitation], now)
  return view ?? fail('NOT_FOUND')
})
