import { confirmParcel as contract } from '@shared/contracts/deliveries'
import { closeBySignature } from '../../applications/from-deliveries'
import { moveDelivery } from '../../kernel/delivery-record'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { applicantActor, ownDelivery } from '../own-delivery'
import { parcels } from '../store'
import { deliveryViewOf } from '../view'

/** The applicant has the parcel, whatever the track says: that ends the delivery and the case. */
export const confirmParcel = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const { applicationId, version } = input
    const own = await ownDelivery(transaction, { applicationId, version, openid })
    if (isFailure(own)) return own
    if (own.delivery === undefined) return fail('WRONG_STATE')
    const by = applicantActor(openid)
    const { parcelId } = own.delivery
    const moved = await moveDelivery(transaction, {
      delivery: own.delivery,
      action: 'sign',
      actor: 'applicant',
      by,
      now,
      outbox,
      change: { isStuck: false, hasFailed: false },
      // The same event as the carrier's signature: whichever comes first is told, once.
      event: `${parcelId}:signed`,
      advice: '您已确认收到，本件办结',
    })
    if (isFailure(moved)) return fail('WRONG_STATE')
    const parcel = await transaction.get(parcels, parcelId)
    if (parcel !== undefined)
      await transaction.put(parcels, {
        ...parcel,
        isStuck: false,
        stuckOn: '',
        told: [...(parcel.told ?? []), 'signed'],
      })
    await closeBySignature(transaction, { applicationId, by, signer: 'self', now, outbox })
    return deliveryViewOf(own.found, transaction)
  },
})
