import { countQueues as contract } from '@shared/contracts/applications-decision'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { partsOfQueue, queueNames } from '../queues'
import { applications } from '../store'

/** What a badge shows is `99+` at most. */
const mostCounted = 100

/** How full the queues are: of each no more than a hundred entries of its index are read. */
export const countQueues = implementQuery(contract, async ({ input: filter, openid, staff, now }) => {
  const viewer = { departments: staff?.departments ?? [], openid, now, filter }
  const counts = await Promise.all(
    queueNames.map(async (queue) => {
      const parts = await Promise.all(
        partsOfQueue(queue, viewer).map((where) => database.countUpTo(applications, where, mostCounted)),
      )
      return [
        queue,
        Math.min(
          mostCounted,
          parts.reduce((sum, part) => sum + part, 0),
        ),
      ] as const
    }),
  )
  return { counts: Object.fromEntries(counts) }
})
