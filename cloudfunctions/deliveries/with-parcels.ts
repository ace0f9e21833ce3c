import type { DeskRow } from '@shared/contracts/deliveries'
import { command, database } from '../kernel/database'
import type { Delivery } from '../kernel/delivery-store'
import { deskRowOf } from './desk-row'
import { parcels } from './store'

/** Deliveries as rows of the desk, with their running parcels: one read for all of them. */
export async function withParcels(page: readonly Delivery[]): Promise<DeskRow[]> {
  const ids = page.map(({ parcelId }) => parcelId).filter((id) => id !== '')
  const found =
    ids.length === 0 ? [] : await database.find(parcels, { where: { _id: command().in(ids) }, limit: ids.length })
  return page.map((delivery) =>
    deskRowOf(
      delivery,
      found.find(({ _id }) => _id === delivery.parcelId),
    ),
  )
}
