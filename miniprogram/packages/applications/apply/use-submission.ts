import { useState } from 'react'
import { submitApplication } from '@shared/contracts/applications'
import { acceptWithPledge } from '@shared/contracts/applications-decision'
import type { OutputOf } from '@shared/contracts/contract'
import { useCommand } from '../../../cloud/use-command'
import { useConsent } from '../../../cloud/use-consent'
import { copy } from './copy'
import type { DraftInHand } from './use-draft'

/** How a submission ended. */
export type Submission =
  | {
      readonly kind: 'submitted'
      readonly answer: OutputOf<typeof submitApplication>
      readonly wantsMessages: boolean | undefined
    }
  /** Accepted at once by a pledge. */
  | { readonly kind: 'accepted'; readonly applicationId: string }
  /** Parts that the server misses: part key → sentence. */
  | { readonly kind: 'incomplete'; readonly fields: Readonly<Record<string, string>> }
  /** The guide or the draft is another one meanwhile: the page shows what to look at. */
  | { readonly kind: 'changed'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly sentence: string }

interface Refused {
  readonly error: {
    readonly code: string
    readonly message: string
    readonly fields?: Readonly<Record<string, string>>
  }
}

/**
 * Sends a draft in: asks for messages within the tap, saves what is not saved yet, submits. A tap after a lost
 * connection repeats the same request, and does not ask for messages again.
 */
export function useSubmission(
  itemCode: string,
  hand: DraftInHand,
): {
  readonly busy: string | false
  readonly submit: (signature: string | undefined) => Promise<Submission | undefined>
} {
  const [busy, setBusy] = useState<string | false>(false)
  const { run } = useCommand(submitApplication)
  const pledging = useCommand(acceptWithPledge)
  const consent = useConsent('submit')

  const submit = async (signature: string | undefined): Promise<Submission | undefined> => {
    if (busy !== false) return undefined
    setBusy(copy.submitBusy)
    try {
      const wantsMessages = await consent.ask()
      const revision = await hand.saveNow()
      if (revision === undefined) return { kind: 'failed', sentence: copy.submitNotSaved }
      const handedIn = { itemCode, revision, declared: true, consented: true } as const
      if (signature !== undefined) {
        const reply = await pledging.run({ ...handedIn, signature })
        if (reply === undefined) return undefined
        return reply.ok ? { kind: 'accepted', applicationId: reply.data.applicationId } : await refusalOf(reply)
      }
      const reply = await run(handedIn)
      if (reply === undefined) return undefined
      return reply.ok ? { kind: 'submitted', answer: reply.data, wantsMessages } : await refusalOf(reply)
    } finally {
      setBusy(false)
    }
  }
  const refusalOf = async (reply: Refused): Promise<Submission> => {
    const { code, message, fields = {} } = reply.error
    if (code === 'INCOMPLETE') return { kind: 'incomplete', fields }
    if (code === 'GUIDE_CHANGED' || code === 'DRAFT_CHANGED' || code === 'DRAFT_NOT_FOUND') {
      await hand.refresh()
      return { kind: 'changed', sentence: message }
    }
    return { kind: 'failed', sentence: message }
  }
  return { busy, submit }
}
