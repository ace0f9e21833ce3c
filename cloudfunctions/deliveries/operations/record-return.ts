import { recordReturn as contract } from '@shared/contracts/deliveries'
import { applicantOf } from '../../applications/from-deliveries'
import { moveDelivery } from '../../kernel/delivery-record'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { deskRowOf } from '../desk-row'
import { memberActor } from '../member-actor'
import { deskDelivery } from '../own-delivery'
import { parcels } from '../store'

/** 登记退回: a parcel came back to the desk, whatever the track says. */
export const recordReturn = implementCommand(contract, {
  async handle({ input, staff, now, transaction, outbox }) {
    if (staff === undefined) return fail('FORBIDDEN')
    const delivery = await deskDelivery(transaction, { ...input, staff })
    if (isFailure(delivery)) return delivery
    const applicant = await applicantOf(delivery._id, transaction)
    const moved = await moveDelivery(transaction, {
      delivery,
      action: 'return',
      actor: 'desk',
      by: memberActor(staff),
      now,
      outbox,
      change: { hasFailed: false, isStuck: false },
      // The same event as the carrier's word: whichever comes first is told, once.
      event: `${delivery.parcelId}:returned`,
      ...(applicant === undefined ? {} : { personName: applicant.name }),
      ...(input.note === undefined || input.note === '' ? {} : { details: { note: input.note } }),
    })
    if (isFailure(moved)) return fail('WRONG_STATE')
    const parcel = await transaction.get(parcels, delivery.parcelId)
    if (parcel === undefined) return deskRowOf(moved, undefined)
    const back = {
      ...parcel,
      nextPollAt: 0,
      stuckOn: '',
      isStuck: false,
      told: [...(parcel.told ?? []), 'returned'],
    } as const
    await transaction.put(parcels, back)
    return deskRowOf(moved, back)
  },
})
