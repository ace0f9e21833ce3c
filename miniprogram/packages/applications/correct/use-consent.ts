import { useRef } from 'react'
import { getConsentPrompt, recordConsent } from '@shared/contracts/notifications'
import { call } from '../../../cloud/call'
import { useQuery } from '../../../cloud/use-query'
import { askConsent } from '../../../platform/ask-consent'

/**
 * Asks at the tap that sends a correction in whether WeChat may tell what becomes of it; once while the page is open.
 * The question is fetched beforehand, since WeChat shows it only within the tap. Never holds up what the tap does.
 */
export function useConsent(): { readonly ask: () => Promise<void> } {
  const { data } = useQuery(getConsentPrompt, { moment: 'resubmit' })
  const wasAsked = useRef(false)
  return {
    async ask() {
      const questions = data?.ask ?? []
      if (questions.length === 0 || wasAsked.current) return
      wasAsked.current = true
      // Without a network the answer cannot be told: the message is in the inbox in any case.
      const answered = await askConsent(questions).catch(() => [])
      const answers = answered.flatMap(({ id, choice }) => {
        const key = questions.find((question) => question.id === id)?.key
        return key === undefined ? [] : [{ key, choice }]
      })
      if (answers.length > 0) void call(recordConsent, { answers })
    },
  }
}
