import { useState } from 'react'
import type { ApplicationView } from '@shared/contracts/applications'
import { getQuickPhrases } from '@shared/contracts/catalogue'
import { useQuery } from '../../../../cloud/use-query'
import type { NoticeWriting } from './notice-writing'
import type { ReviewDrafting } from '../use-review-draft'

/** The notice being written on a case, as its parts need it. `isHeld`: whether the member has the case. */
export function useNoticeWriting(view: ApplicationView, drafting: ReviewDrafting, isHeld: boolean): NoticeWriting {
  const isOpen = isHeld && view.actions.includes('request-correction')
  const phrases = useQuery(getQuickPhrases, isOpen ? {} : undefined)
  const [writing, write] = useState<string>()
  return {
    isOpen,
    markable: new Set(view.markable),
    marks: drafting.draft.marks,
    writing,
    phrases: phrases.data?.phrases,
    hasNoPhrases: phrases.data === undefined && phrases.problem !== undefined,
    write,
    put: drafting.put,
    remove: drafting.remove,
  }
}
