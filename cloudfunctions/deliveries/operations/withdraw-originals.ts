import { withdrawOriginals as contract } from '@shared/contracts/deliveries'
import { implementCommand, isFailure } from '../../kernel/operation'
import { moveOriginals } from '../move-originals'
import { applicantActor, ownCase } from '../own-delivery'
import { deliveryViewOf } from '../view'

/** The applicant takes the entry of a parcel back, e.g. because the number was another one's. */
export const withdrawOriginals = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const found = await ownCase(input.applicationId, openid, transaction)
    if (isFailure(found)) return found
    const moved = await moveOriginals(transaction, {
      parcelId: input.parcelId,
      isVisible: (parcel) => parcel.applicationId === input.applicationId,
      action: 'withdraw',
      actor: 'applicant',
      by: applicantActor(openid),
      note: '',
      now,
      outbox,
    })
    return isFailure(moved) ? moved : deliveryViewOf(found, transaction)
  },
})
