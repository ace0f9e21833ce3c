import type { OutputOf } from '@shared/contracts/contract'
import { listMyParcels as contract } from '@shared/contracts/deliveries'
import { deliveryStates, openDeliveryActions } from '@shared/domain/delivery-workflow'
import { originalsParcelStates } from '@shared/domain/originals-parcel-workflow'
import { command, database } from '../../kernel/database'
import { deliverySubject } from '../../kernel/delivery-record'
import { deliveries, type Delivery } from '../../kernel/delivery-store'
import { implementQuery } from '../../kernel/operation'
import { standingOf } from '../parcel-view'
import { parcels, type Parcel } from '../store'

const pageLength = 20
/** Originals that one person has sent in of late: they come with the first page. */
const mostOriginals = 20

/** The caller's deliveries, the one changed last first, and the originals they sent in. */
export const listMyParcels = implementQuery(contract, async ({ input, openid }) => {
  const { cursor } = input
  const [found, sentIn] = await Promise.all([
    database.find(deliveries, {
      where: { ownerId: openid, ...(cursor === undefined ? {} : { ownerOrder: command().lt(cursor) }) },
      orderBy: ['ownerOrder', 'desc'],
      limit: pageLength + 1,
    }),
    cursor === undefined
      ? database.find(parcels, {
          where: { ownerId: openid, direction: 'in' },
          orderBy: ['order', 'desc'],
          limit: mostOriginals,
        })
      : [],
  ])
  const page = found.slice(0, pageLength)
  const ids = page.map(({ parcelId }) => parcelId).filter((id) => id !== '')
  const running =
    ids.length === 0 ? [] : await database.find(parcels, { where: { _id: command().in(ids) }, limit: pageLength })
  const next = found.length > pageLength ? page.at(-1)?.ownerOrder : undefined
  return {
    parcels: [
      ...page.map((delivery) =>
        rowOf(
          delivery,
          running.find(({ _id }) => _id === delivery.parcelId),
        ),
      ),
      ...sentIn.map(originalsRow),
    ].sort((left, right) => right.updatedAt - left.updatedAt),
    ...(next === undefined ? {} : { next }),
  }
})

type Row = OutputOf<typeof contract>['parcels'][number]

function rowOf(delivery: Delivery, parcel: Parcel | undefined): Row {
  const subject = deliverySubject(delivery)
  const isUnderWay = openDeliveryActions(subject, 'carrier').length > 0
  const state = deliveryStates[delivery.state]
  const standing = isUnderWay && parcel !== undefined ? standingOf(parcel) : state.label
  // Whose turn it is: the applicant's where nothing goes on without them.
  const waits = !isUnderWay && openDeliveryActions(subject, 'desk').length === 0 && delivery.isDecided
  // What was said about an earlier failure is no answer to this one.
  const hasSaid = (delivery.instruction?.at ?? 0) >= (parcel?.progressAt ?? 0)
  const hasToSay = subject.hasFailed && !hasSaid
  const group = state.final ? 'finished' : waits || hasToSay ? 'needs-you' : 'running'
  return {
    applicationId: delivery._id,
    direction: 'out',
    receiptNumber: delivery.receiptNumber,
    itemName: delivery.itemName,
    standing,
    next: hasToSay ? '请选择再送、改地址或到窗口领取' : state.next,
    group,
    updatedAt: delivery.updatedAt,
  }
}

function originalsRow(parcel: Parcel): Row {
  const state = originalsParcelStates[parcel.originals?.state ?? 'sent']
  return {
    applicationId: parcel.applicationId,
    direction: 'in',
    receiptNumber: parcel.receiptNumber,
    itemName: parcel.itemName,
    standing: state.final ? state.label : standingOf(parcel),
    next: state.next,
    group: state.final ? 'finished' : 'running',
    updatedAt: parcel.shippedAt,
  }
}
