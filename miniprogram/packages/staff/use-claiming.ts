import { claimApplication } from '@shared/contracts/applications'
import type { Reply } from '../../cloud/call'
import { useCommand } from '../../cloud/use-command'
import { useConsent } from '../../cloud/use-consent'

export interface Claiming {
  readonly isBusy: boolean
  /** Takes a case; to be called within the tap, since WeChat then asks for the message of the next one. */
  readonly claim: (applicationId: string) => Promise<Reply<typeof claimApplication> | undefined>
}

/** Claims cases, and asks the member at the same tap whether WeChat may tell of the next one. */
export function useClaiming(isReviewer: boolean): Claiming {
  const consent = useConsent(isReviewer ? 'claim' : undefined, { again: true })
  const { isBusy, run } = useCommand(claimApplication)
  return {
    isBusy,
    async claim(applicationId) {
      const asking = consent.ask()
      // The case is taken meanwhile: colleagues are after it too.
      const reply = await run({ applicationId })
      await asking
      return reply
    },
  }
}
