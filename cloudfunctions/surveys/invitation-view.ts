import type { SurveyInvitation as InvitationView } from '@shared/contracts/surveys'
import { civilDateOf } from '@shared/domain/civil-time'
import { invitationStandings, type InvitationStanding } from '@shared/domain/rating'
import { command, database } from '../kernel/database'
import type { SurveyInvitation } from '../kernel/survey-invitation'
import { contentOf } from './answer-content'
import { amendUntil, answerIds, isAmendable } from './answering'
import { answers, type Answer } from './store'

/** Invitations as their person sees them, with the answers they gave by name. */
export async function invitationViews(found: readonly SurveyInvitation[], now: number): Promise<InvitationView[]> {
  const ids = found.filter(({ state }) => invitationStandings[state].isAnswered).map(({ _id }) => answerIds.matter(_id))
  const given =
    ids.length === 0 ? [] : await database.find(answers, { where: { _id: command().in(ids) }, limit: ids.length })
  const byId = new Map(given.map((answer) => [answer._id, answer]))
  return found.map((invitation) => viewOf(invitation, byId.get(answerIds.matter(invitation._id)), now))
}

function viewOf(invitation: SurveyInvitation, answer: Answer | undefined, now: number): InvitationView {
  const { _id, receiptNumber, itemName, department, closedAt, openUntil } = invitation
  return {
    ...{ applicationId: _id, receiptNumber, itemName, department, closedAt, openUntil },
    standing: standingOf(invitation, now),
    ...(answer === undefined
      ? {}
      : {
          answer: {
            content: contentOf(answer),
            ...(isAmendable(answer, now) ? { amendUntil: amendUntil(answer) } : {}),
          },
        }),
  }
}

/** One whose days are over is so at once, not only when the timer finds it. */
function standingOf({ state, openUntil }: SurveyInvitation, now: number): InvitationStanding {
  return invitationStandings[state].isOpen && openUntil < civilDateOf(now) ? 'over' : state
}
