import { couriers } from '../../../config/centre/couriers'
import { findAtDesk as contract } from '@shared/contracts/deliveries'
import { normaliseReceiptNumber } from '@shared/domain/receipt-number'
import { normaliseWaybill } from '@shared/domain/waybill'
import { command, database } from '../../kernel/database'
import { deliveries } from '../../kernel/delivery-store'
import { implementQuery } from '../../kernel/operation'
import { originalsRowOf } from '../desk-row'
import { parcels, waybillId, waybills } from '../store'
import { withParcels } from '../with-parcels'

/** What was scanned or typed at the desk: a label's receipt number, or the waybill of a parcel, in either direction. */
export const findAtDesk = implementQuery(contract, async ({ input, staff }) => {
  const departments = staff?.departments ?? []
  const receiptNumber = normaliseReceiptNumber(input.text)
  const ids = couriers.map(({ code }) => waybillId(code, normaliseWaybill(input.text)))
  const [byReceipt, claims] = await Promise.all([
    database.find(deliveries, { where: { receiptNumber }, limit: 1 }),
    database.find(waybills, { where: { _id: command().in(ids) }, limit: ids.length }),
  ])
  const found =
    claims.length === 0
      ? []
      : await database.find(parcels, {
          where: { _id: command().in(claims.map(({ parcelId }) => parcelId)) },
          limit: claims.length,
        })
  const isMine = ({ department }: { readonly department: string }) => departments.includes(department)
  const owners = found.filter(({ direction }) => direction === 'out').map(({ applicationId }) => applicationId)
  const byWaybill =
    owners.length === 0
      ? []
      : await database.find(deliveries, { where: { _id: command().in(owners) }, limit: owners.length })
  const all = new Map([...byReceipt, ...byWaybill].filter(isMine).map((delivery) => [delivery._id, delivery]))
  return {
    rows: [
      ...(await withParcels([...all.values()])),
      ...found
        .filter(({ direction }) => direction === 'in')
        .filter(isMine)
        .map(originalsRowOf),
    ],
  }
})
