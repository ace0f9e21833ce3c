import { listMine as contract } from '@shared/contracts/applications'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { applications, drafts } from '../store'
import { rowOf } from '../view'

const pageLength = 20
/** More drafts than anybody has: one an item at most. */
const mostDrafts = 100

/** The caller's applications, the one changed last first; the drafts come with the first page. */
export const listMine = implementQuery(contract, async ({ input, openid, now }) => {
  const { cursor } = input
  const [found, begun] = await Promise.all([
    database.find(applications, {
      where: { ownerId: openid, ...(cursor === undefined ? {} : { ownerOrder: command().lt(cursor) }) },
      orderBy: ['ownerOrder', 'desc'],
      limit: pageLength + 1,
    }),
    cursor === undefined
      ? database.find(drafts, { where: { ownerId: openid }, orderBy: ['savedAt', 'desc'], limit: mostDrafts })
      : [],
  ])
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.ownerOrder : undefined
  return {
    applications: page.map((application) => rowOf(application, openid, now)),
    drafts: begun.map(({ itemCode, itemName, savedAt, keptUntil }) => ({ itemCode, itemName, savedAt, keptUntil })),
    ...(next === undefined ? {} : { next }),
  }
})
