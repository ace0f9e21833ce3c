import type { DraftView } from '@shared/contracts/applications'
import { channels, type Channel, type Material } from '@shared/domain/item'
import { formatDate } from '@shared/domain/civil-time'
import { maskName } from '@shared/domain/masking'
import type { Slip } from './kept-slips'
import { afterReview, copy } from './submitted/copy'

/** What was handed in, as far as a slip says it. */
export interface HandedIn {
  readonly applicationId: string
  readonly receiptNumber: string
  readonly submittedAt: number
  readonly itemName: string
  readonly department: string
  readonly channel: Channel
  readonly applicantName: string
  readonly materials: DraftView['materials']
  readonly promise: { readonly dueOn: string; readonly provisional: boolean } | undefined
}

/** The slip of an application: the name masked, the materials counted, what happens next in sentences. */
export function makeSlip(
  handedIn: HandedIn,
  guide: { readonly materials: readonly Material[]; readonly consultPhone: string },
  centreName: string,
): Slip {
  const { applicationId, receiptNumber, submittedAt, itemName, department, channel, promise } = handedIn
  return {
    ...{ applicationId, receiptNumber, submittedAt, itemName, department, centreName },
    channel: channels[channel],
    applicant: maskName(handedIn.applicantName),
    materials: guide.materials.flatMap(({ code, name }) => {
      const files = (handedIn.materials[code] ?? []).length
      return files === 0 ? [] : [{ name, files }]
    }),
    ...(promise === undefined ? {} : { promise: { dueOn: promise.dueOn, provisional: promise.provisional } }),
    next: [
      ...(promise === undefined ? [] : [copy.promise(formatDate(promise.dueOn), promise.provisional)]),
      copy.correction,
      afterReview[channel],
    ],
    consultPhone: guide.consultPhone,
  }
}
