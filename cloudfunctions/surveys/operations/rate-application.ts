import { rateApplication as contract } from '@shared/contracts/surveys'
import { civilDateOf } from '@shared/domain/civil-time'
import { invitationStandings } from '@shared/domain/rating'
import { database, type Transaction } from '../../kernel/database'
import { fail, implementCommand, isFailure, type Failure } from '../../kernel/operation'
import { surveyInvitations, type SurveyInvitation } from '../../kernel/survey-invitation'
import { anonymousPlace } from '../anonymous-place'
import { amendUntil, answerIds, nobodyKnown, storeAnswer } from '../answering'
import { ofAnonymousMatter, ofMatter } from '../occasions'
import { findApplicant } from '../persons'
import { checkPraise, keepPraise } from '../public-praise'
import { citizenActor } from '../rectifying'
import { answers } from '../store'
import { untraceable } from '../untraceable'

/**
 * 一事一评: one answer a case, by its applicant, within 30 days of closing. By name it stands with the case; anonymously the
 * invitation learns that there was an answer, and nothing more.
 */
export const rateApplication = implementCommand(contract, {
  untraceable,
  async prepare({ input, openid, now }) {
    const invitation = openTo(await database.get(surveyInvitations, input.applicationId), openid, now)
    if (isFailure(invitation)) return invitation
    if (input.author.kind === 'anonymous')
      return { place: await anonymousPlace(invitation, now), verdict: 'ok' as const }
    const verdict = await checkPraise(openid, input.content)
    if (isFailure(verdict)) return verdict
    const { department, window, itemCode, itemName } = invitation
    const name = (await findApplicant(input.applicationId))?.name
    return { place: { department, window, itemCode, itemName }, verdict, ...(name === undefined ? {} : { name }) }
  },
  async handle({ input, openid, now, transaction, outbox, prepared }) {
    const { author, content, applicationId } = input
    const invitation = openTo(await transaction.get(surveyInvitations, applicationId), openid, now)
    if (isFailure(invitation)) return invitation
    const { place, verdict, ...named } = prepared
    await transaction.put(surveyInvitations, {
      ...invitation,
      state: author.kind === 'anonymous' ? 'answered-anonymously' : 'answered',
      remindAt: 0,
    })
    if (author.kind === 'anonymous') {
      const _id = answerIds.anonymous(author.ticket)
      if (await isTaken(transaction, _id)) return fail('ALREADY_RATED')
      const given = { _id, about: 'matter', source: 'anonymous', place, content, author: nobodyKnown } as const
      const answer = await storeAnswer(transaction, outbox, { ...given, occasion: ofAnonymousMatter(place) }, now)
      return { opensRectification: answer.rectificationId !== undefined, amendUntil: amendUntil(answer) }
    }
    const known = { ownerId: openid, applicationId, receiptNumber: invitation.receiptNumber, ...named }
    const given = { about: 'matter', source: 'named', place, content, author: known } as const
    const occasion = ofMatter(invitation)
    const answer = await storeAnswer(
      transaction,
      outbox,
      { _id: answerIds.matter(applicationId), ...given, occasion, actor: citizenActor(known) },
      now,
    )
    await keepPraise(transaction, answer, verdict, now)
    return { opensRectification: answer.rectificationId !== undefined, amendUntil: amendUntil(answer) }
  },
})

/** The invitation, if this person may answer it now. Others' do not exist for them. */
function openTo(
  invitation: SurveyInvitation | undefined,
  openid: string,
  now: number,
): SurveyInvitation | Failure<'NOT_FOUND' | 'ALREADY_RATED' | 'SURVEY_OVER'> {
  if (invitation?.ownerId !== openid) return fail('NOT_FOUND')
  const { isOpen, isAnswered } = invitationStandings[invitation.state]
  if (isAnswered) return fail('ALREADY_RATED')
  return isOpen && civilDateOf(now) <= invitation.openUntil ? invitation : fail('SURVEY_OVER')
}

async function isTaken(transaction: Transaction, answerId: string): Promise<boolean> {
  return (await transaction.get(answers, answerId)) !== undefined
}
