import { seal, unseal } from '../kernel/sealed'
import type { Rectification } from './store'

/** What a citizen wrote about an answer that did not solve it. */
export function sealDisputeReason(rectificationId: string, reason: string): Pick<Rectification, 'disputeReason'> {
  return { disputeReason: seal(`surveys.dispute:${rectificationId}`, reason) }
}
export function disputeReasonOf({ _id, disputeReason }: Rectification): string | undefined {
  return disputeReason === undefined ? undefined : (unseal(`surveys.dispute:${_id}`, disputeReason) as string)
}
