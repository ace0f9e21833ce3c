import { shipParcel as contract } from '@shared/contracts/deliveries'
import { civilDateOf } from '@shared/domain/civil-time'
import { moveDelivery } from '../../kernel/delivery-record'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { openAddress } from '../address'
import { deskRowOf } from '../desk-row'
import { memberActor } from '../member-actor'
import { newParcel } from '../new-parcel'
import { deskDelivery } from '../own-delivery'
import { parcels } from '../store'
import { subscribeParcel } from '../subscribe-parcel'
import { claimWaybill, readWaybill } from '../take-waybill'

/** 寄出: the parcel, its number, the delivery and the message are one transaction; the carrier is asked afterwards. */
export const shipParcel = implementCommand(contract, {
  async handle({ input, staff, now, transaction, outbox }) {
    if (staff === undefined) return fail('FORBIDDEN')
    const delivery = await deskDelivery(transaction, { ...input, staff })
    if (isFailure(delivery)) return delivery
    const read = readWaybill(input)
    if (isFailure(read)) return read
    const { courier, number } = read
    if (!delivery.carriers.includes(courier.code)) return fail('CARRIER_NOT_ALLOWED')
    if (delivery.address === undefined) return fail('WRONG_STATE')
    const parcelId = makeId()
    const today = civilDateOf(now)
    const moved = await moveDelivery(transaction, {
      delivery,
      action: 'ship',
      actor: 'desk',
      by: memberActor(staff),
      now,
      outbox,
      change: {
        parcelId,
        parcelIds: [...delivery.parcelIds, parcelId],
        isScanned: false,
        hasFailed: false,
        isStuck: false,
      },
      advice: `运单号${number}`,
      details: { carrier: courier.code, waybill: `…${number.slice(-4)}` },
    })
    if (isFailure(moved)) return fail('WRONG_STATE')
    const used = await claimWaybill(transaction, { carrier: courier.code, number, parcelId, today })
    if (used !== undefined) return used
    const { _id: applicationId, ownerId, receiptNumber, itemName, department, shown } = delivery
    const posting = {
      ...{ _id: parcelId, applicationId, ownerId, receiptNumber, itemName, department },
      direction: 'out',
      phoneTail: openAddress(applicationId, delivery.address).phone.slice(-4),
      recipient: shown.recipient,
      region: shown.region,
    } as const
    const parcel = newParcel(posting, courier, number, now)
    await transaction.add(parcels, parcel)
    outbox.afterwards(() => subscribeParcel(parcelId))
    return deskRowOf(moved, parcel)
  },
})
