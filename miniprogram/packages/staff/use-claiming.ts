import { claimApplication } from '@shared/contracts/applications'
import { getConsentPrompt, recordConsent } from '@shared/contracts/notifications'
import { call, type Reply } from '../../cloud/call'
import { useCommand } from '../../cloud/use-command'
import { useQuery } from '../../cloud/use-query'
import { askConsent } from '../../platform/ask-consent'

export interface Claiming {
  readonly isBusy: boolean
  /** Takes a case; to be called within the tap, since WeChat then asks for the message of the next one. */
  readonly claim: (applicationId: string) => Promise<Reply<typeof claimApplication> | undefined>
}

/** Claims cases, and asks the member at the same tap whether WeChat may tell of the next one. */
export function useClaiming(isReviewer: boolean): Claiming {
  const { data, reload } = useQuery(getConsentPrompt, isReviewer ? { moment: 'claim' } : undefined)
  const { isBusy, run } = useCommand(claimApplication)
  return {
    isBusy,
    async claim(applicationId) {
      const questions = data?.ask ?? []
      const asking = askConsent(questions)
      // The case is taken meanwhile: colleagues are after it too.
      const reply = await run({ applicationId })
      const answers = (await asking).flatMap(({ id, choice }) => {
        const key = questions.find((question) => question.id === id)?.key
        return key === undefined ? [] : [{ key, choice }]
      })
      if (answers.length > 0) {
        await call(recordConsent, { answers })
        void reload()
      }
      return reply
    },
  }
}
