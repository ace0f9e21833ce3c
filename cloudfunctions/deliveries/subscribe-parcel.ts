import { command, database } from '../kernel/database'
import { kuaidi100 } from './carriers/kuaidi100'
import { parcels } from './store'

/** After so many attempts a subscription is given up; the parcel is asked about instead. */
const mostTries = 6

/**
 * Asks the carrier to report on a parcel. After the commit of whatever shipped it, best effort; the timer finds those it
 * did not work for. Never throws for the carrier's sake.
 */
export async function subscribeParcel(parcelId: string): Promise<'done' | 'failed' | 'waiting'> {
  const parcel = await database.get(parcels, parcelId)
  if (parcel === undefined || parcel.subscription !== 'wanted') return 'done'
  const { kind } = await kuaidi100.subscribe(parcel)
  // A number that was corrected meanwhile wants a subscription of its own.
  const unchanged = { _id: parcelId, subscription: 'wanted', waybill: parcel.waybill, carrier: parcel.carrier }
  if (kind === 'done') {
    await database.updateWhere(parcels, unchanged, { subscription: 'done' })
    return 'done'
  }
  const isHopeless = kind === 'refused' || kind === 'off' || parcel.subscriptionTries + 1 >= mostTries
  await database.updateWhere(parcels, unchanged, {
    subscription: isHopeless ? 'failed' : 'wanted',
    subscriptionTries: command().inc(1),
  })
  return isHopeless ? 'failed' : 'waiting'
}

/** Parcels that still want a subscription, at most `limit`. */
export async function wantingSubscription(limit: number): Promise<readonly string[]> {
  const found = await database.findFields(parcels, [], {
    where: { subscription: 'wanted' },
    orderBy: ['shippedAt', 'asc'],
    limit,
  })
  return found.map(({ _id }) => _id)
}
