import { amendRating as contract } from '@shared/contracts/surveys'
import type { InputOf } from '@shared/contracts/contract'
import { answerSources } from '@shared/domain/rating'
import { database } from '../../kernel/database'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { surveyInvitations } from '../../kernel/survey-invitation'
import { amendAnswer, answerIds, isAmendable } from '../answering'
import { ofAnonymous, ofMatter, ofVisit } from '../occasions'
import { checkPraise, keepPraise } from '../public-praise'
import { citizenActor } from '../rectifying'
import { answers, type Answer } from '../store'
import { untraceable } from '../untraceable'

/** Amends an answer once within seven days. A bad one that it makes of a good one opens its rectification. */
export const amendRating = implementCommand(contract, {
  untraceable,
  async prepare({ input, openid, now }) {
    const answer = await database.get(answers, idOf(input.of, openid))
    if (answer === undefined || !isTheirs(answer, input.of, openid)) return fail('NOT_FOUND')
    // Before WeChat is asked about words that nobody will see.
    if (!isAmendable(answer, now)) return fail('AMEND_OVER')
    const verdict = isAnonymous(answer) ? 'ok' : await checkPraise(openid, input.content)
    return isFailure(verdict) ? verdict : { verdict }
  },
  async handle({ input, openid, now, transaction, outbox, prepared }) {
    const before = await transaction.get(answers, idOf(input.of, openid))
    if (before === undefined || !isTheirs(before, input.of, openid)) return fail('NOT_FOUND')
    const invitation =
      before.applicationId === '' ? undefined : await transaction.get(surveyInvitations, before.applicationId)
    const occasion = isAnonymous(before)
      ? ofAnonymous(before)
      : invitation === undefined
        ? ofVisit(before)
        : ofMatter(invitation)
    const actor = isAnonymous(before) ? undefined : citizenActor(before)
    const change = { answer: before, content: input.content, occasion, actor }
    const amended = await amendAnswer(transaction, outbox, change, now)
    if (isFailure(amended)) return amended
    if (!isAnonymous(before)) await keepPraise(transaction, amended.answer, prepared.verdict, now)
    return { opensRectification: amended.opensRectification }
  },
})

type Which = InputOf<typeof contract>['of']

function idOf(of: Which, openid: string): string {
  switch (of.kind) {
    case 'named':
      return answerIds.matter(of.applicationId)
    case 'visit':
      return answerIds.visit(openid, of.window, of.day)
    case 'anonymous':
      return answerIds.anonymous(of.ticket)
  }
}

/** A ticket is whose it is; everything else is its owner's. */
function isTheirs(answer: Answer, of: Which, openid: string): boolean {
  return of.kind === 'anonymous' || answer.ownerId === openid
}

const isAnonymous = ({ source }: Answer) => answerSources[source].isAnonymous
