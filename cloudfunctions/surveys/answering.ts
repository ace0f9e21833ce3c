import type { RatingContent } from '@shared/contracts/surveys'
import { addDays, civilDateOf, endOfCivilDay, type CivilDate } from '@shared/domain/civil-time'
import { needsRectification, ratingDays, type AnswerSource } from '@shared/domain/rating'
import type { RatedPlace } from '@shared/domain/satisfaction-figures'
import { appendAudit, emptyChain } from '../kernel/audit'
import type { Transaction } from '../kernel/database'
import { derivedId } from '../kernel/ids'
import { fail, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import { sealAuthor, storedContent } from './answer-content'
import { openRectification, type Actor, type Occasion } from './rectifying'
import { answers, type Answer } from './store'

/** The ids of answers. An anonymous one's is the hash of its ticket, of which it is the only trace. */
export const answerIds = {
  matter: (applicationId: string) => derivedId('rating', applicationId),
  visit: (openid: string, window: string, day: CivilDate) => derivedId('rated-visit', openid, window, day),
  anonymous: (ticket: string) => derivedId('rating-ticket', ticket),
  call: (callId: string) => derivedId('rating-call', callId),
}

/** Who gives an answer; of somebody anonymous there is nothing to say. */
export interface Author {
  readonly ownerId: string
  readonly applicationId: string
  readonly receiptNumber: string
  readonly name?: string
}
export const nobodyKnown: Author = { ownerId: '', applicationId: '', receiptNumber: '' }

const steps = {
  rated: { event: 'rated', label: '提交评价' },
  amended: { event: 'rating-amended', label: '修改评价' },
} as const

/** Enters a step in the chain of an answer; of an anonymous one, whose actor nobody knows, nothing is entered. */
async function enter(
  transaction: Transaction,
  answer: Answer,
  step: keyof typeof steps,
  actor: Actor | undefined,
  now: number,
): Promise<Pick<Answer, 'audit'>> {
  if (actor === undefined) return {}
  const audit = await appendAudit(transaction, answer.audit ?? emptyChain, {
    ...{ subject: `rating:${answer._id}`, at: now, actor, ...steps[step] },
    details: { grade: answer.grade, source: answer.source },
  })
  return { audit }
}

/** Stores an answer, and opens the rectification that a bad one needs, in the same transaction. */
export async function storeAnswer(
  transaction: Transaction,
  outbox: Outbox,
  given: {
    readonly _id: string
    readonly about: Answer['about']
    readonly source: AnswerSource
    readonly place: RatedPlace
    readonly content: RatingContent
    readonly author: Author
    readonly occasion: Occasion
    /** Who is entered for it; nobody for an anonymous one. */
    readonly actor?: Actor
  },
  now: number,
): Promise<Answer> {
  const { _id, about, source, place, content, occasion, actor } = given
  const { name, ...author } = given.author
  const day = civilDateOf(now)
  const answer: Answer = {
    ...{ _id, about, source, day, month: day.slice(0, 7) },
    ...place,
    ...storedContent(_id, content),
    isAmended: false,
    ...author,
    ...(name === undefined ? {} : sealAuthor(_id, name)),
  }
  const opened = await openRectification(transaction, outbox, answer, occasion, now)
  const stored = {
    ...answer,
    ...(opened === undefined ? {} : { rectificationId: opened._id }),
    ...(await enter(transaction, answer, 'rated', actor, now)),
  }
  await transaction.put(answers, stored)
  return stored
}

/** The last instant at which an answer may be amended: seven days after its day. */
export function amendUntil({ day }: Pick<Answer, 'day'>): number {
  return endOfCivilDay(addDays(day, ratingDays.amend))
}

export function isAmendable(answer: Pick<Answer, 'day' | 'isAmended'>, now: number): boolean {
  return !answer.isAmended && now <= amendUntil(answer)
}

/** Replaces what an answer says, once; it counts on the day it was first given. */
export async function amendAnswer(
  transaction: Transaction,
  outbox: Outbox,
  change: {
    readonly answer: Answer
    readonly content: RatingContent
    readonly occasion: Occasion
    readonly actor?: Actor | undefined
  },
  now: number,
): Promise<{ readonly answer: Answer; readonly opensRectification: boolean } | Failure<'AMEND_OVER'>> {
  const { answer: before, content, occasion, actor } = change
  if (!isAmendable(before, now)) return fail('AMEND_OVER')
  const { words: _words, ...others } = before
  const amended: Answer = { ...others, ...storedContent(before._id, content), isAmended: true }
  const opened = await openRectification(transaction, outbox, amended, occasion, now)
  const answer = {
    ...amended,
    ...(opened === undefined ? {} : { rectificationId: opened._id }),
    ...(await enter(transaction, amended, 'amended', actor, now)),
  }
  await transaction.put(answers, answer)
  return { answer, opensRectification: opened !== undefined && needsRectification(content.grade) }
}
