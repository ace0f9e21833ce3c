import { listMyComplaints as contract } from '@shared/contracts/complaints'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { complaints } from '../store'
import { rowOf } from '../view'

const pageLength = 20

/** The caller's own complaints, the latest first. */
export const listMyComplaints = implementQuery(contract, async ({ input, openid }) => {
  const found = await database.find(complaints, {
    where: { ownerId: openid, ownerOrder: command().lt(input.cursor ?? '~') },
    orderBy: ['ownerOrder', 'desc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.ownerOrder : undefined
  return { complaints: page.map(rowOf), ...(next === undefined ? {} : { next }) }
})
