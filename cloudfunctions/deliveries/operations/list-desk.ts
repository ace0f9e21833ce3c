import { listDesk as contract } from '@shared/contracts/deliveries'
import { command, database } from '../../kernel/database'
import { deliveries } from '../../kernel/delivery-store'
import { implementQuery } from '../../kernel/operation'
import { withParcels } from '../with-parcels'
import { originalsRowOf } from '../desk-row'
import { parcels } from '../store'

const pageLength = 20

/** One list of the desk, what the law wants delivered first on top. */
export const listDesk = implementQuery(contract, async ({ input, staff }) => {
  const { list, cursor } = input
  const mine = { department: command().in([...(staff?.departments ?? [])]), deskList: list }
  const after = (order: string) => (cursor === undefined ? {} : { [order]: command().gt(cursor) })
  if (list === 'originals') {
    const found = await database.find(parcels, {
      where: { ...mine, ...after('order') },
      orderBy: ['order', 'asc'],
      limit: pageLength + 1,
    })
    const page = found.slice(0, pageLength)
    const next = found.length > pageLength ? page.at(-1)?.order : undefined
    return { rows: page.map(originalsRowOf), ...(next === undefined ? {} : { next }) }
  }
  const found = await database.find(deliveries, {
    where: { ...mine, ...after('deskOrder') },
    orderBy: ['deskOrder', 'asc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.deskOrder : undefined
  return { rows: await withParcels(page), ...(next === undefined ? {} : { next }) }
})
