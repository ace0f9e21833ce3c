import { listQueue } from '@shared/contracts/applications'
import type { InputOf } from '@shared/contracts/contract'
import { queueOfState } from '@shared/domain/application-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { command } from '../kernel/database'
import { claimedCases, handledCases } from './held-cases'

type QueueName = InputOf<typeof listQueue>['queue']
export const queueNames: readonly QueueName[] = listQueue.input.entries.queue.options
type Filter = Pick<InputOf<typeof listQueue>, 'department' | 'itemCode' | 'due'>

/** Whose queues are asked for, and to what they are narrowed. */
interface Viewer {
  readonly departments: readonly string[]
  readonly openid: string
  readonly now: number
  readonly filter: Filter
}
type Condition = Readonly<Record<string, unknown>>

/** The queue of what is over, where no limit of the centre runs. */
const over: QueueName = queueOfState.closed

/**
 * What leads to the cases of a queue in one query, for its list.
 * @param after the `queueOrder` of the last case of the page before
 * @returns undefined where there can be none
 */
export function inQueue(queue: QueueName, viewer: Viewer, after?: string): Condition | undefined {
  const narrowed = narrowedTo(queue, viewer, after)
  if (narrowed === undefined) return undefined
  const { openid, now } = viewer
  switch (queue) {
    case 'mine':
      return { ...narrowed, ...claimedCases(openid, now) }
    case 'handling':
      return { ...narrowed, ...handledCases(openid) }
    case 'unclaimed':
      // A lapsed claim counts as none before the timer has put the case back; one never claimed has 0.
      return {
        ...narrowed,
        queue: command().in([queueOfState.submitted, queueOfState.reviewing]),
        claimUntil: command().lte(now),
      }
    default:
      return { ...narrowed, queue }
  }
}

/** The same in queries that read entries of an index alone, for its count; no case is in two of them. */
export function partsOfQueue(queue: QueueName, viewer: Viewer): readonly Condition[] {
  const whole = inQueue(queue, viewer)
  if (whole === undefined) return []
  if (queue !== 'unclaimed') return [whole]
  const { claimUntil: _lapsed, ...others } = whole
  return [
    { ...others, queue: queueOfState.submitted },
    // The timer puts lapsed ones back every few minutes: there are few.
    { ...others, queue: queueOfState.reviewing, claimUntil: command().gt(0).and(command().lte(viewer.now)) },
  ]
}

/** Department, item, colour and place in the order: what the indexes of the queues are made of. */
function narrowedTo(
  queue: QueueName,
  { departments, now, filter: { department, itemCode, due } }: Viewer,
  after: string | undefined,
): Condition | undefined {
  const scope = departments.filter((each) => department === undefined || each === department)
  if (scope.length === 0 || (due !== undefined && queue === over)) return undefined
  // A place in the order of an open queue begins with the day the case is due: all before today are red.
  const today = civilDateOf(now)
  const places = [
    ...(after === undefined ? [] : [command().gt(after)]),
    ...(due === 'red' ? [command().lt(today)] : []),
    ...(due === 'amber' ? [command().gte(today)] : []),
  ]
  return {
    department: command().in(scope),
    ...(itemCode === undefined ? {} : { itemCode }),
    ...(due === 'amber' ? { isAmber: true } : {}),
    ...(places.length === 0 ? {} : { queueOrder: command().and(...places) }),
  }
}
