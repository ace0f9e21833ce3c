import { carryOutInstruction as contract } from '@shared/contracts/deliveries'
import { moveDelivery } from '../../kernel/delivery-record'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { addressFields, openAddress } from '../address'
import { deskRowOf } from '../desk-row'
import { memberActor } from '../member-actor'
import { deskDelivery } from '../own-delivery'
import { parcels } from '../store'

/** The desk has passed the applicant's choice on to the carrier; a new address is the delivery's from then on. */
export const carryOutInstruction = implementCommand(contract, {
  async handle({ input, staff, now, transaction, outbox }) {
    if (staff === undefined) return fail('FORBIDDEN')
    const delivery = await deskDelivery(transaction, { ...input, staff })
    if (isFailure(delivery)) return delivery
    const { instruction } = delivery
    if (instruction === undefined) return fail('WRONG_STATE')
    const { address, ...told } = instruction
    const moved = await moveDelivery(transaction, {
      delivery,
      action: 'carry-out',
      actor: 'desk',
      by: memberActor(staff),
      now,
      outbox,
      change: {
        instruction: { ...told, done: true },
        ...(address === undefined ? {} : addressFields(delivery, openAddress(delivery._id, address))),
      },
      details: { note: input.note },
    })
    if (isFailure(moved)) return fail('WRONG_STATE')
    return deskRowOf(moved, await transaction.get(parcels, delivery.parcelId))
  },
})
