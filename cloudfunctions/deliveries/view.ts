import { courierDesk, courierFee, couriers } from '../../config/centre/couriers'
import type { DeliveryView, OriginalsParcelView } from '@shared/contracts/deliveries'
import { isAboutItsParcel, isUnderWay, openDeliveryActions } from '@shared/domain/delivery-workflow'
import { decideOriginalsParcel, type OriginalsParcelAction } from '@shared/domain/originals-parcel-workflow'
import type { DeliverableCase } from '../applications/from-deliveries'
import { database, type Transaction } from '../kernel/database'
import { deliverySubject } from '../kernel/delivery-record'
import { deliveries, type Delivery } from '../kernel/delivery-store'
import { openAddress } from './address'
import { couriersNamed } from './courier-names'
import { parcelViewOf } from './parcel-view'
import { parcels, type Parcel } from './store'

type Reader = Pick<Transaction, 'get'>
export const plainReader: Reader = { get: (handle, id) => database.get(handle, id) }

/** More parcels than one case ever has, both directions together. */
const mostParcels = 20

/**
 * Everything the applicant sees of the delivery of one case; inside a transaction, as it stands within.
 * @param newParcels those this transaction has just written, which no query finds yet
 */
export async function deliveryViewOf(
  found: DeliverableCase,
  reader: Reader = plainReader,
  newParcels: readonly string[] = [],
): Promise<DeliveryView> {
  const { _id, receiptNumber, itemName, isDecided } = found.delivery
  const delivery = await reader.get(deliveries, _id)
  const all = await parcelsOf(_id, [...(delivery?.parcelIds ?? []), ...newParcels], reader)
  const sent = all.filter(({ direction }) => direction === 'out')
  const subject = deliverySubject(delivery, isDecided)
  const last = isAboutItsParcel(subject.state) ? delivery?.parcelId : undefined
  const running = sent.find((parcel) => parcel._id === last)
  const mayBegin = delivery !== undefined || (found.courierOffered && !found.isOver)
  return {
    applicationId: _id,
    receiptNumber,
    itemName,
    state: subject.state,
    version: delivery?.version ?? 0,
    actions: mayBegin ? [...openDeliveryActions(subject, 'applicant')] : [],
    courierOffered: found.courierOffered,
    place: found.place,
    fee: courierFee,
    ...(delivery?.address === undefined ? {} : { address: openAddress(_id, delivery.address) }),
    ...(running === undefined ? {} : { parcel: parcelViewOf(running, isUnderWay(subject.state)) }),
    earlier: sent.filter((parcel) => parcel !== running).map((parcel) => parcelViewOf(parcel, false)),
    ...instructionOf(delivery, running),
    originals: all.filter(({ direction }) => direction === 'in').map(originalsViewOf),
    ...(found.awaitsOriginals && found.originals.length > 0
      ? {
          originalsWanted: {
            to: `${courierDesk.address} ${courierDesk.name}收 ${courierDesk.phone}（${courierDesk.postcode}）`,
            materials: [...found.originals],
            carriers: couriers.map(({ code, name }) => ({ code, name })),
          },
        }
      : {}),
    carriers: couriersNamed((delivery ?? found.delivery).carriers),
  }
}

/** What the applicant said about the last failure; what they said about an earlier one is no answer to it. */
function instructionOf(delivery: Delivery | undefined, running: Parcel | undefined): Pick<DeliveryView, 'instruction'> {
  if (delivery?.instruction === undefined) return {}
  const { choice, at, done, address } = delivery.instruction
  if (delivery.hasFailed && at < (running?.progressAt ?? 0)) return {}
  const elsewhere = address === undefined ? {} : { address: openAddress(delivery._id, address) }
  return { instruction: { choice, at, done, ...elsewhere } }
}

/** Newest first; those of this transaction included. */
async function parcelsOf(id: string, others: readonly string[], reader: Reader): Promise<readonly Parcel[]> {
  const known = await database.find(parcels, {
    where: { applicationId: id },
    orderBy: ['order', 'desc'],
    limit: mostParcels,
  })
  const ids = new Set([...known.map(({ _id }) => _id), ...others])
  const read: Parcel[] = []
  for (const parcelId of ids) {
    const parcel =
      reader === plainReader ? known.find(({ _id }) => _id === parcelId) : await reader.get(parcels, parcelId)
    if (parcel !== undefined) read.push(parcel)
  }
  return read.sort((left, right) => (left.order < right.order ? 1 : -1))
}

const applicantsActions = ['withdraw'] as const satisfies readonly OriginalsParcelAction[]

/** Originals that were sent in, as their applicant sees them. */
function originalsViewOf(parcel: Parcel): OriginalsParcelView {
  const { originals } = parcel
  if (originals === undefined) throw new Error(`parcel ${parcel._id} carries no originals`)
  return {
    id: parcel._id,
    state: originals.state,
    actions: applicantsActions.filter(
      (action) => typeof decideOriginalsParcel(originals.state, action, 'applicant') !== 'string',
    ),
    materials: [...originals.materials],
    parcel: parcelViewOf(parcel),
    ...(originals.note === '' ? {} : { note: originals.note }),
  }
}
