import * as v from 'valibot'
import { ratingForm } from '../../components/rating/rating-form'
import { keepOwn, keptOwn } from '../../cloud/session'

const keptAnswer = v.object({
  /** On this phone only. */
  id: v.string(),
  author: v.variant('kind', [
    v.object({ kind: v.literal('anonymous'), ticket: v.string() }),
    v.object({ kind: v.literal('visit') }),
  ]),
  about: v.string(),
  /** The matter it is about; only this phone knows that they belong together. */
  applicationId: v.optional(v.string()),
  /** Or the window. */
  window: v.optional(v.string()),
  day: v.string(),
  /** Until when it can be amended (ms), 0 = it was, or nobody knows yet. */
  amendUntil: v.number(),
  form: ratingForm,
  /** Whether the server said that it came in. */
  isSent: v.boolean(),
  opensRectification: v.boolean(),
})

/** An answer that only this phone can find again: an anonymous one by its ticket, one about a window by its day. */
export type KeptAnswer = v.InferOutput<typeof keptAnswer>

const key = 'survey-answers'
const most = 100

/** The latest first. */
export function findKeptAnswers(): readonly KeptAnswer[] {
  const parsed = v.safeParse(v.array(keptAnswer), keptOwn(key))
  return parsed.success ? parsed.output : []
}

export function findKeptAnswer(id: string): KeptAnswer | undefined {
  return findKeptAnswers().find((each) => each.id === id)
}

export function keepAnswer(answer: KeptAnswer): void {
  keepOwn(key, [answer, ...findKeptAnswers().filter(({ id }) => id !== answer.id)].slice(0, most))
}

export function forgetAnswer(id: string): void {
  keepOwn(
    key,
    findKeptAnswers().filter((each) => each.id !== id),
  )
}
