import { listQueue as contract } from '@shared/contracts/applications'
import type { InputOf } from '@shared/contracts/contract'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { applications } from '../store'
import { rowOf } from '../view'

const pageLength = 20

/** A queue of the member's departments, the most urgent first: one query that merges one indexed range a department. */
export const listQueue = implementQuery(contract, async ({ input, openid, staff, now }) => {
  const departments = staff?.departments ?? []
  if (departments.length === 0) return { applications: [] }
  const found = await database.find(applications, {
    where: {
      department: command().in([...departments]),
      ...conditionOf(input.queue, openid, now),
      ...(input.cursor === undefined ? {} : { queueOrder: command().gt(input.cursor) }),
    },
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

function conditionOf(
  queue: InputOf<typeof contract>['queue'],
  openid: string,
  now: number,
): Readonly<Record<string, unknown>> {
  switch (queue) {
    case 'mine':
      return { claimedBy: openid, claimUntil: command().gt(now) }
    case 'unclaimed':
      // A lapsed claim counts as none before the timer has put the case back; one never claimed has 0.
      return { queue: command().in(['unclaimed', 'claimed']), claimUntil: command().lte(now) }
    default:
      return { queue }
  }
}
