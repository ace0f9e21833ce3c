import * as v from 'valibot'
import type { RatingContent } from '@shared/contracts/surveys'
import { keysOf } from '@shared/contracts/keys-of'
import {
  grades,
  questionAnswers,
  questions,
  reasonTags,
  tagsFor,
  type Grade,
  type ReasonTag,
} from '@shared/domain/rating'
import { ratingWords } from './copy'

/** The best first, as they are shown and read out. */
export const gradeOrder = [5, 4, 3, 2, 1] as const satisfies readonly Grade[]
const mostTags = 6

/** An answer as it is filled in, and as the phone keeps it until it was sent. */
export const ratingForm = v.object({
  grade: v.optional(v.picklist(gradeOrder)),
  tags: v.array(v.picklist(keysOf(reasonTags))),
  answers: v.partial(
    v.object({
      'one-notice': v.picklist(keysOf(questionAnswers)),
      'in-time': v.picklist(keysOf(questionAnswers)),
      'slip-given': v.picklist(keysOf(questionAnswers)),
      satisfied: v.picklist(keysOf(questionAnswers)),
    } satisfies Record<keyof typeof questions, unknown>),
  ),
  comment: v.string(),
  praise: v.optional(v.object({ whom: v.string(), words: v.string() })),
})
export type RatingForm = v.InferOutput<typeof ratingForm>

export const emptyForm: RatingForm = { tags: [], answers: {}, comment: '' }

/** An answer that was given, to be amended. */
export function formOf({ grade, tags, answers = {}, comment = '', praise }: RatingContent): RatingForm {
  return { grade, tags, answers, comment, ...(praise === undefined ? {} : { praise }) }
}

/** With another grade: reasons that do not fit it any more go. */
export function withGrade(form: RatingForm, grade: Grade): RatingForm {
  const fitting = tagsFor(grade)
  return { ...form, grade, tags: form.tags.filter((tag) => fitting.includes(tag)) }
}

/** With a reason switched on or off; undefined when there would be too many. */
export function withTag(form: RatingForm, tag: ReasonTag): RatingForm | undefined {
  if (form.tags.includes(tag)) return { ...form, tags: form.tags.filter((each) => each !== tag) }
  return form.tags.length >= mostTags ? undefined : { ...form, tags: [...form.tags, tag] }
}

/** What is wrong with it, by the part; nothing = it can be sent. */
export function ratingProblems({
  grade,
  praise,
}: RatingForm): Partial<Readonly<Record<'grade' | 'whom' | 'words', string>>> {
  const hasPraise = praise !== undefined && (praise.whom.trim() !== '' || praise.words.trim() !== '')
  return {
    ...(grade === undefined ? { grade: ratingWords.gradeMissing } : {}),
    ...(hasPraise && praise.whom.trim() === '' ? { whom: ratingWords.praiseWhomMissing } : {}),
    ...(hasPraise && praise.words.trim().length < 2 ? { words: ratingWords.praiseWordsMissing } : {}),
  }
}

/** The answer as it is sent; undefined while something is wrong. */
export function contentOf(form: RatingForm): RatingContent | undefined {
  const { grade, tags, answers, praise } = form
  if (grade === undefined || Object.keys(ratingProblems(form)).length > 0) return undefined
  const comment = form.comment.trim()
  const [whom, words] = [praise?.whom.trim() ?? '', praise?.words.trim() ?? '']
  return {
    grade,
    tags: [...tags],
    ...(Object.keys(answers).length === 0 ? {} : { answers: { ...answers } }),
    ...(comment === '' ? {} : { comment }),
    ...(whom === '' ? {} : { praise: { whom, words } }),
  }
}

/** Whether a grade is one of the good ones; before any was chosen the form asks as for those. */
export const isGoodGrade = (grade: Grade | undefined): boolean => grade === undefined || grades[grade].isGood
