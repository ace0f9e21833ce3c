import { sweepDeliveries as contract } from '@shared/contracts/deliveries'
import { civilDateOf } from '@shared/domain/civil-time'
import { deliveryStates } from '@shared/domain/delivery-workflow'
import { applicantOf } from '../../applications/from-deliveries'
import { command, database, inTransaction } from '../../kernel/database'
import { chainOf, deliverySubject, noteDelivery, tellOfDelivery } from '../../kernel/delivery-record'
import { deliveries } from '../../kernel/delivery-store'
import { logFault } from '../../kernel/log-fault'
import { implementTimer } from '../../kernel/operation'
import type { Outbox } from '../../kernel/outbox'
import { decideDelivery } from '@shared/domain/delivery-workflow'
import { parcels } from '../store'

/** How many of each kind one run takes on; what is left waits for the next. */
const batch = 200

/** Reminds once whoever still owes an address, and flags parcels that nobody has signed for after 7 working days. */
export const sweepDeliveries = implementTimer(contract, async ({ now, outbox }) => {
  const counts = { done: 0, failed: 0 }
  const each = async (ids: readonly string[], work: (id: string) => Promise<void>) => {
    for (const id of ids) {
      try {
        await work(id)
        counts.done += 1
      } catch (error) {
        counts.failed += 1
        logFault({ operation: contract.name, subject: id }, error)
      }
    }
  }
  const owing = await database.findFields(deliveries, ['_id'], {
    where: { remindAt: command().gt(0).and(command().lte(now)) },
    orderBy: ['remindAt', 'asc'],
    limit: batch,
  })
  await each(
    owing.map(({ _id }) => _id),
    (id) => remind(id, now, outbox),
  )
  const late = await database.findFields(parcels, ['_id'], {
    where: {
      stuckOn: command()
        .gt('')
        .and(command().lte(civilDateOf(now))),
    },
    orderBy: ['stuckOn', 'asc'],
    limit: batch,
  })
  await each(
    late.map(({ _id }) => _id),
    (id) => flag(id, now),
  )
  return counts
})

async function remind(id: string, now: number, outbox: Outbox): Promise<void> {
  const applicant = await applicantOf(id)
  await inTransaction(async (transaction) => {
    outbox.clear()
    const delivery = await transaction.get(deliveries, id)
    if (delivery === undefined || delivery.remindAt === 0 || delivery.remindAt > now) return
    await transaction.put(deliveries, { ...delivery, remindAt: 0 })
    if (typeof decideDelivery(deliverySubject(delivery), 'change-address', 'applicant') !== 'string')
      tellOfDelivery(outbox, delivery, {
        event: `${chainOf(id)}:address-reminder:${String(delivery.version)}`,
        standing: deliveryStates[delivery.state].label,
        advice: deliveryStates[delivery.state].next,
        now,
        ...(applicant === undefined ? {} : { personName: applicant.name }),
      })
    await outbox.write(transaction)
  })
  await outbox.deliver()
}

/** From then on the desk finds it among those it has to ask the carrier about. */
async function flag(parcelId: string, now: number): Promise<void> {
  await inTransaction(async (transaction) => {
    const parcel = await transaction.get(parcels, parcelId)
    if (parcel === undefined || parcel.stuckOn === '' || parcel.stuckOn > civilDateOf(now)) return
    await transaction.put(parcels, { ...parcel, stuckOn: '', isStuck: true })
    const delivery = await transaction.get(deliveries, parcel.applicationId)
    if (delivery?.parcelId === parcelId && !delivery.isStuck)
      await noteDelivery(transaction, delivery, { isStuck: true }, now)
  })
}
