import {
  applicationStates,
  decideTransition,
  fixedClocks,
  queueOfState,
  stateAfterLapse,
  timerActions,
  type ActingPerson,
  type ApplicationAction,
  type ApplicationClock,
  type ApplicationTransition,
} from '@shared/domain/application-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { startDeadline, startItemDeadline, type Deadline } from '@shared/domain/deadline'
import type { Item } from '@shared/domain/item'
import { appendAudit } from '../kernel/audit'
import { workingCalendar } from '../kernel/centre'
import type { Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import type { AuditEntry } from '../kernel/store'
import { announce } from './announce'
import { applications, type Application } from './store'

export type Actor = AuditEntry['actor']
export const timerActor: Actor = { kind: 'timer', id: 'timer', name: '系统' }
export const timerPerson: ActingPerson = { isOwner: false, isReviewer: false, holdsClaim: false, isTimer: true }

const unclaimed = { claimedBy: '', claimantName: '', claimUntil: 0 } as const

type Clocks = Application['clocks']

/** The clocks after a step: stopped ones gone, started ones counted from today or from where the table says. */
export function runClocks(
  clocks: Clocks,
  row: Pick<ApplicationTransition, 'stops' | 'starts' | 'countedFrom'>,
  item: Pick<Item, 'committed' | 'statutory'>,
  now: number,
): Clocks {
  const counted = row.countedFrom === undefined ? undefined : clocks[row.countedFrom]
  const from = counted?.startedOn ?? civilDateOf(now)
  const kept = Object.entries(clocks).filter(([clock]) => !row.stops.includes(clock as ApplicationClock))
  const started = row.starts.map((clock): [ApplicationClock, Deadline] => {
    if (clock === 'committed') return [clock, startItemDeadline(workingCalendar, from, item.committed, '承诺时限')]
    if (clock === 'statutory') return [clock, startItemDeadline(workingCalendar, from, item.statutory, '法定时限')]
    return [clock, startDeadline(workingCalendar, { from, ...fixedClocks[clock] })]
  })
  return Object.fromEntries([...kept, ...started])
}

/** The fields the lists are sorted and found by, from the ones they depend on. */
export function derivedOf(
  application: Pick<Application, '_id' | 'state' | 'clocks' | 'submittedAt' | 'updatedAt'>,
): Pick<Application, 'queue' | 'ownerOrder' | 'queueOrder' | 'wakeOn'> {
  const { _id, state, clocks } = application
  const ends = Object.keys(timerActions).flatMap((clock) => clocks[clock as ApplicationClock]?.dueOn ?? [])
  const urgent =
    Object.values(clocks)
      .map((deadline) => deadline.dueOn)
      .sort()[0] ?? '9999-12-31'
  const time = (instant: number) => String(instant).padStart(15, '0')
  // Open cases: the most urgent first. Done ones: the latest first, so their time is counted down.
  const queueOrder =
    applicationStates[state].final || queueOfState[state] === 'done'
      ? `${time(999_999_999_999_999 - application.updatedAt)}#${_id}`
      : `${urgent}#${time(application.submittedAt)}#${_id}`
  return {
    queue: queueOfState[state],
    ownerOrder: `${time(application.updatedAt)}#${_id}`,
    queueOrder,
    wakeOn: ends.sort()[0] ?? '',
  }
}

/**
 * A case as it stands at this moment: one whose claim has lapsed stands where the timer will put it back, so that
 * everybody sees at once that it can be taken.
 */
export function asItStands(application: Application, now: number): Application {
  if (application.claimUntil === 0 || application.claimUntil > now) return application
  const lapsed = { ...application, ...unclaimed, state: stateAfterLapse(application.state) }
  return { ...lapsed, ...derivedOf(lapsed) }
}

/**
 * The only writer of an application's status: asks the table, runs the clocks, appends to the audit chain, queues the
 * message, and writes the document, all in the caller's transaction.
 */
export async function move(
  transaction: Transaction,
  step: {
    readonly application: Application
    readonly item: Item
    readonly action: ApplicationAction
    readonly person: ActingPerson
    readonly actor: Actor
    readonly now: number
    readonly outbox: Outbox
    /** What changes with the status. */
    readonly change?: Partial<
      Pick<
        Application,
        | 'content'
        | 'materials'
        | 'replacements'
        | 'before'
        | 'rounds'
        | 'claimedBy'
        | 'claimantName'
        | 'claimUntil'
        | 'outcome'
      >
    >
    /** For the audit chain; never personal data. */
    readonly details?: Readonly<Record<string, unknown>>
  },
): Promise<Application | Failure<'WRONG_STATE' | 'FORBIDDEN'>> {
  const { application, item, now } = step
  const row = decideTransition(application, step.action, step.person)
  if (row === 'WRONG_STATE') return fail('WRONG_STATE')
  if (row === 'NOT_ALLOWED') return fail('FORBIDDEN')
  const audit = await appendAudit(transaction, application.audit, {
    subject: application._id,
    at: now,
    actor: step.actor,
    event: row.event,
    label: row.label,
    details: { from: row.from, to: row.to, ...step.details },
  })
  const changed = {
    ...application,
    // A claim lives only while its case stands in the claimed queue.
    ...(queueOfState[row.to] === 'claimed' ? {} : unclaimed),
    ...step.change,
    // Who takes a case is known to have looked; everybody else's next look is entered again.
    ...(step.change?.claimedBy === undefined ? {} : { seenBy: [step.change.claimedBy] }),
    state: row.to,
    version: application.version + 1,
    updatedAt: now,
    clocks: runClocks(application.clocks, row, item, now),
    audit,
  }
  const moved: Application = { ...changed, ...derivedOf(changed) }
  await transaction.put(applications, moved)
  await announce(step.outbox, moved, row)
  return moved
}
