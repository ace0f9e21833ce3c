import { listQueue } from '@shared/contracts/applications'
import type { InputOf } from '@shared/contracts/contract'
import { queueOfState } from '@shared/domain/application-workflow'
import { command } from '../kernel/database'
import { claimedCases, handledCases } from './held-cases'

type QueueName = InputOf<typeof listQueue>['queue']
export const queueNames: readonly QueueName[] = listQueue.input.entries.queue.options

/** Whose queues are asked for. */
interface Viewer {
  readonly departments: readonly string[]
  readonly openid: string
  readonly now: number
}
type Condition = Readonly<Record<string, unknown>>

/** What leads to the cases of a queue in one query, for its list. */
export function inQueue(queue: QueueName, { departments, openid, now }: Viewer): Condition {
  const department = command().in([...departments])
  switch (queue) {
    case 'mine':
      return { department, ...claimedCases(openid, now) }
    case 'handling':
      return { department, ...handledCases(openid) }
    case 'unclaimed':
      // A lapsed claim counts as none before the timer has put the case back; one never claimed has 0.
      return {
        department,
        queue: command().in([queueOfState.submitted, queueOfState.reviewing]),
        claimUntil: command().lte(now),
      }
    default:
      return { department, queue }
  }
}

/** The same in queries that read entries of an index alone, for its count; no case is in two of them. */
export function partsOfQueue(queue: QueueName, viewer: Viewer): readonly Condition[] {
  if (queue !== 'unclaimed') return [inQueue(queue, viewer)]
  const department = command().in([...viewer.departments])
  return [
    { department, queue: queueOfState.submitted },
    // The timer puts lapsed ones back every few minutes: there are few.
    { department, queue: queueOfState.reviewing, claimUntil: command().gt(0).and(command().lte(viewer.now)) },
  ]
}
