import { listQueue as contract } from '@shared/contracts/applications'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { inQueue } from '../queues'
import { applications } from '../store'
import { rowOf } from '../view'

const pageLength = 20

/** A queue of the member's departments, the most urgent first: one query that merges one indexed range a department. */
export const listQueue = implementQuery(contract, async ({ input, openid, staff, now }) => {
  const { queue, cursor, ...filter } = input
  const where = inQueue(queue, { departments: staff?.departments ?? [], openid, now, filter }, cursor)
  if (where === undefined) return { applications: [] }
  const found = await database.find(applications, {
    where,
    orderBy: ['queueOrder', 'asc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.queueOrder : undefined
  return {
    applications: page.map((application) => rowOf(application, openid, now)),
    ...(next === undefined ? {} : { next }),
  }
})
