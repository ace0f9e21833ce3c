import * as v from 'valibot'
import type { ApplicationView } from '@shared/contracts/applications'
import { defects, partKey, type CorrectionMark, type Defect } from '@shared/domain/correction-notice'

/**
 * What a reviewer writes on a case before deciding: the marks of the notice, the words of passing or refusing. It is kept
 * on the device while it is written, for this person and this round, and never sent before it is confirmed.
 */
export interface ReviewDraft {
  readonly by: string
  /** Rounds there were when it was begun: what is written for one round says nothing of the next. */
  readonly round: number
  /** One mark a part; an explanation may still be empty. */
  readonly marks: readonly CorrectionMark[]
  readonly note: string
  readonly reason: string
  readonly rightAuthority: string
}

const stored = v.object({
  by: v.string(),
  round: v.number(),
  marks: v.array(
    v.object({
      part: v.picklist(['field', 'material', 'applicant']),
      code: v.string(),
      defect: v.picklist(Object.keys(defects) as Defect[]),
      explanation: v.string(),
    }),
  ),
  note: v.string(),
  reason: v.string(),
  rightAuthority: v.string(),
})

export function emptyDraft(by: string, round: number): ReviewDraft {
  return { by, round, marks: [], note: '', reason: '', rightAuthority: '' }
}

/** Whether there is anything in it that somebody would miss. */
export function isEmptyDraft({ marks, note, reason, rightAuthority }: ReviewDraft): boolean {
  return marks.length === 0 && note === '' && reason === '' && rightAuthority === ''
}

/** What was kept, if it is this person's and of this round; else an empty one. */
export function restoredDraft(kept: unknown, by: string, round: number): ReviewDraft {
  const parsed = v.safeParse(stored, kept)
  return parsed.success && parsed.output.by === by && parsed.output.round === round
    ? parsed.output
    : emptyDraft(by, round)
}

/** Puts a mark in the place of the part's earlier one: one mark a part. */
export function withMark(draft: ReviewDraft, mark: CorrectionMark): ReviewDraft {
  const key = partKey(mark)
  const isNew = draft.marks.every((each) => partKey(each) !== key)
  return {
    ...draft,
    marks: isNew ? [...draft.marks, mark] : draft.marks.map((each) => (partKey(each) === key ? mark : each)),
  }
}

export function withoutMark(draft: ReviewDraft, key: string): ReviewDraft {
  return { ...draft, marks: draft.marks.filter((mark) => partKey(mark) !== key) }
}

/** The marks in the order of the page, what is not on it last. */
export function inOrder(marks: readonly CorrectionMark[], order: readonly string[]): readonly CorrectionMark[] {
  const place = (mark: CorrectionMark) => {
    const found = order.indexOf(partKey(mark))
    return found < 0 ? order.length : found
  }
  return [...marks].sort((left, right) => place(left) - place(right))
}

/** Why a mark cannot be sent as it is. */
export function markProblem(
  mark: CorrectionMark,
  markable: ReadonlySet<string>,
): 'INCOMPLETE' | 'NOT_OPEN' | undefined {
  if (!markable.has(partKey(mark))) return 'NOT_OPEN'
  return mark.explanation.trim() === '' ? 'INCOMPLETE' : undefined
}

/** A quick phrase put in: in place of nothing or of another phrase alone, else after what was typed, at most 200. */
export function withPhrase(explanation: string, phrase: string, phrases: readonly string[]): string {
  const typed = explanation.trim()
  if (typed === '' || phrases.includes(typed)) return phrase
  return typed.includes(phrase) ? explanation : `${typed}${phrase}`.slice(0, 200)
}

/** What happened to a case since it was last seen, oldest first. */
export function newsSince(
  seen: Pick<ApplicationView, 'timeline'>,
  now: Pick<ApplicationView, 'timeline'>,
): ApplicationView['timeline'] {
  const last = Math.max(0, ...seen.timeline.map(({ sequence }) => sequence))
  return now.timeline.filter(({ sequence }) => sequence > last)
}
