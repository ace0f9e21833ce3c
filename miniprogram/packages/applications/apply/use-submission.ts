import { useRef, useState } from 'react'
import { submitApplication } from '@shared/contracts/applications'
import { getConsentPrompt, recordConsent } from '@shared/contracts/notifications'
import type { OutputOf } from '@shared/contracts/contract'
import { call } from '../../../cloud/call'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { askConsent } from '../../../platform/ask-consent'
import { copy } from './copy'
import type { DraftInHand } from './use-draft'

/** How a submission ended. */
export type Submission =
  | {
      readonly kind: 'submitted'
      readonly answer: OutputOf<typeof submitApplication>
      readonly wantsMessages: boolean | undefined
    }
  /** Parts that the server misses: part key → sentence. */
  | { readonly kind: 'incomplete'; readonly fields: Readonly<Record<string, string>> }
  /** The guide or the draft is another one meanwhile: the page shows what to look at. */
  | { readonly kind: 'changed'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly sentence: string }

/**
 * Sends a draft in: asks for messages within the tap, saves what is not saved yet, submits. A tap after a lost
 * connection repeats the same request, and does not ask for messages again.
 */
export function useSubmission(
  itemCode: string,
  hand: DraftInHand,
): { readonly busy: string | false; readonly submit: () => Promise<Submission | undefined> } {
  const [busy, setBusy] = useState<string | false>(false)
  const { run } = useCommand(submitApplication)
  const prompt = useQuery(getConsentPrompt, { moment: 'submit' })
  const consent = useRef<{ readonly wantsMessages: boolean | undefined } | undefined>(undefined)

  const askOnce = async (): Promise<boolean | undefined> => {
    if (consent.current !== undefined) return consent.current.wantsMessages
    const asked = prompt.data?.ask ?? []
    const answers = await askConsent(asked)
    const known = answers.flatMap(({ id, choice }) =>
      asked.filter((each) => each.id === id).map(({ key }) => ({ key, choice })),
    )
    const wantsMessages = known.length === 0 ? undefined : known.some(({ choice }) => choice === 'accept')
    consent.current = { wantsMessages }
    if (known.length > 0) await call(recordConsent, { answers: known })
    return wantsMessages
  }

  const submit = async (): Promise<Submission | undefined> => {
    if (busy !== false) return undefined
    setBusy(copy.submitBusy)
    try {
      const wantsMessages = await askOnce()
      const revision = await hand.saveNow()
      if (revision === undefined) return { kind: 'failed', sentence: copy.submitNotSaved }
      const reply = await run({ itemCode, revision, declared: true, consented: true })
      if (reply === undefined) return undefined
      if (reply.ok) return { kind: 'submitted', answer: reply.data, wantsMessages }
      const { code, message, fields = {} } = reply.error
      if (code === 'INCOMPLETE') return { kind: 'incomplete', fields }
      if (code === 'GUIDE_CHANGED' || code === 'DRAFT_CHANGED' || code === 'DRAFT_NOT_FOUND') {
        await hand.refresh()
        return { kind: 'changed', sentence: message }
      }
      return { kind: 'failed', sentence: message }
    } finally {
      setBusy(false)
    }
  }
  return { busy, submit }
}
