import { useState } from 'react'
import type { ApplicationView } from '@shared/contracts/applications'
import type { CorrectionMark } from '@shared/domain/correction-notice'
import { drop, keep, kept } from '../../../platform/keep'
import { emptyDraft, isEmptyDraft, restoredDraft, withMark, withoutMark, type ReviewDraft } from './review-draft'

const keyOf = (applicationId: string) => `review:${applicationId}`

/** Forgets what was written on a case that is decided. */
export function dropReviewDraft(applicationId: string): void {
  drop(keyOf(applicationId))
}

/** What the member writes on a case, kept on the device with every keystroke. To be mounted anew for another round. */
export function useReviewDraft(view: ApplicationView, by: string) {
  const [draft, setDraft] = useState(() => restoredDraft(kept(keyOf(view.id)), by, view.rounds.length))
  const change = (next: ReviewDraft) => {
    setDraft(next)
    if (isEmptyDraft(next)) dropReviewDraft(view.id)
    else keep(keyOf(view.id), next)
  }
  return {
    draft,
    put: (mark: CorrectionMark) => change(withMark(draft, mark)),
    remove: (key: string) => change(withoutMark(draft, key)),
    write: (words: Partial<Pick<ReviewDraft, 'note' | 'reason' | 'rightAuthority'>>) => change({ ...draft, ...words }),
    clear: () => change(emptyDraft(by, view.rounds.length)),
  }
}
export type ReviewDrafting = ReturnType<typeof useReviewDraft>
