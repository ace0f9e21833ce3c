import { useRef } from 'react'
import { getConsentPrompt, recordConsent, type ConsentMoment } from '@shared/contracts/notifications'
import { askConsent } from '../platform/ask-consent'
import { call } from './call'
import { useQuery } from './use-query'

export interface Consent {
  /** Whether there is anything to ask. */
  readonly canAsk: boolean
  /**
   * Asks, to be called within a tap before anything slow. Never fails and holds nothing up: without a network the answer
   * cannot be told, and the inbox has every message in any case.
   * @returns whether the person wants messages; undefined when nothing was asked or answered
   */
  readonly ask: () => Promise<boolean | undefined>
}

/**
 * WeChat's question whether it may send messages, at the tap that makes it useful. The question is fetched beforehand,
 * since WeChat shows it only within the tap. Asked once while the page is open, or `again` at every tap that needs it.
 */
export function useConsent(
  moment: ConsentMoment | undefined,
  { again = false }: { readonly again?: boolean } = {},
): Consent {
  const { data, reload } = useQuery(getConsentPrompt, moment === undefined ? undefined : { moment })
  const answered = useRef<{ readonly wants: boolean | undefined } | undefined>(undefined)
  const questions = data?.ask ?? []

  const ask = async (): Promise<boolean | undefined> => {
    if (answered.current !== undefined) return answered.current.wants
    const given = await askConsent(questions).catch(() => [])
    const answers = given.flatMap(({ id, choice }) =>
      questions.filter((each) => each.id === id).map(({ key }) => ({ key, choice })),
    )
    const wants = answers.length === 0 ? undefined : answers.some(({ choice }) => choice === 'accept')
    if (!again) answered.current = { wants }
    if (answers.length > 0) {
      await call(recordConsent, { answers })
      void reload()
    }
    return wants
  }
  return { canAsk: questions.length > 0, ask }
}
