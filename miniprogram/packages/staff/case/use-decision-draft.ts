import { useState } from 'react'
import type { ApplicationAction } from '@shared/domain/application-workflow'
import { dropOwn, keepOwn, keptOwn } from '../../../cloud/session'
import { afterStep, isUnwritten, restoredDecision, type DecisionDraft } from './decision-draft'

const keyOf = (applicationId: string) => `decision:${applicationId}`

function store(applicationId: string, draft: DecisionDraft): void {
  if (isUnwritten(draft)) dropOwn(keyOf(applicationId))
  else keepOwn(keyOf(applicationId), draft)
}

/** Forgets what a step has used up. */
export function forgetDecision(applicationId: string, action: ApplicationAction): void {
  store(applicationId, afterStep(restoredDecision(keptOwn(keyOf(applicationId))), action))
}

/** What the member writes on an accepted case, kept on the device with every keystroke. */
export function useDecisionDraft(applicationId: string) {
  const [draft, setDraft] = useState(() => restoredDecision(keptOwn(keyOf(applicationId))))
  return {
    draft,
    write(words: Partial<DecisionDraft>) {
      const next = { ...draft, ...words }
      setDraft(next)
      store(applicationId, next)
    },
  }
}
export type DecisionDrafting = ReturnType<typeof useDecisionDraft>
