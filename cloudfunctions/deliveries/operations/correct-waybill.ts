import { correctWaybill as contract } from '@shared/contracts/deliveries'
import { civilDateOf } from '@shared/domain/civil-time'
import { expectedDay } from '@shared/domain/parcel-track'
import { moveDelivery } from '../../kernel/delivery-record'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { deskRowOf } from '../desk-row'
import { memberActor } from '../member-actor'
import { deskDelivery } from '../own-delivery'
import { pollPause } from '../poll-times'
import { parcels, waybillId, waybills } from '../store'
import { subscribeParcel } from '../subscribe-parcel'
import { claimWaybill, readWaybill } from '../take-waybill'

/** Another number for the same parcel, until the carrier has scanned it: the first scan proves the number right. */
export const correctWaybill = implementCommand(contract, {
  async handle({ input, staff, now, transaction, outbox }) {
    if (staff === undefined) return fail('FORBIDDEN')
    const delivery = await deskDelivery(transaction, { ...input, staff })
    if (isFailure(delivery)) return delivery
    const read = readWaybill(input)
    if (isFailure(read)) return read
    const { courier, number } = read
    if (!delivery.carriers.includes(courier.code)) return fail('CARRIER_NOT_ALLOWED')
    const parcel = delivery.parcelId === '' ? undefined : await transaction.get(parcels, delivery.parcelId)
    if (parcel === undefined) return fail('WRONG_STATE')
    // What the wrong number's carrier said, or that it gave it up, says nothing of this parcel; its days go on.
    const isStuck = parcel.isStuck && parcel.stuckOn === ''
    const moved = await moveDelivery(transaction, {
      delivery,
      action: 'correct-waybill',
      actor: 'desk',
      by: memberActor(staff),
      now,
      outbox,
      change: { isStuck },
      advice: `新运单号${number}`,
      details: { carrier: courier.code, waybill: `…${number.slice(-4)}` },
    })
    if (isFailure(moved)) return fail('WRONG_STATE')
    const isSame = parcel.carrier === courier.code && parcel.waybill === number
    if (!isSame) {
      const claim = { carrier: courier.code, number, parcelId: parcel._id, today: civilDateOf(now) }
      const used = await claimWaybill(transaction, claim)
      if (used !== undefined) return used
      await transaction.remove(waybills, waybillId(parcel.carrier, parcel.waybill))
    }
    const corrected = {
      ...parcel,
      carrier: courier.code,
      waybill: number,
      roundOf: parcel.roundOf === '' ? '' : courier.code,
      subscription: 'wanted',
      subscriptionTries: 0,
      scans: [],
      progress: 'waiting',
      progressAt: 0,
      isGivenUp: false,
      isStuck,
      expectedOn: expectedDay(parcel.shippedOn, courier.usualDays),
      nextPollAt: now + pollPause('waiting'),
      pollTries: 0,
    } as const
    await transaction.put(parcels, corrected)
    outbox.afterwards(() => subscribeParcel(parcel._id))
    return deskRowOf(moved, corrected)
  },
})
