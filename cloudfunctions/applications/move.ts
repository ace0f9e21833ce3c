import {
  applicationStates,
  decideTransition,
  fixedClocks,
  queueOfState,
  timerActions,
  type ActingPerson,
  type ApplicationAction,
  type ApplicationClock,
  type ApplicationTransition,
} from '@shared/domain/application-workflow'
import { civilDateOf, formatDate, formatDateTime } from '@shared/domain/civil-time'
import { startDeadline, startItemDeadline, type Deadline } from '@shared/domain/deadline'
import type { Item } from '@shared/domain/item'
import { appendAudit } from '../kernel/audit'
import { workingCalendar } from '../kernel/centre'
import type { Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import type { AuditEntry } from '../kernel/store'
import { applications, type Application } from './store'

export type Actor = AuditEntry['actor']
export const timerActor: Actor = { kind: 'timer', id: 'timer', name: '系统' }
export const timerPerson: ActingPerson = { isOwner: false, isReviewer: false, holdsClaim: false, isTimer: true }

const unclaimed = { claimedBy: '', claimantName: '', claimUntil: 0 } as const

type Clocks = Application['clocks']

/** The clocks after a step: stopped ones gone, started ones counted from today. */
export function runClocks(clocks: Clocks, row: Pick<ApplicationTransition, 'stops' | 'starts'>, item: Pick<Item, 'committed' | 'statutory'>, now: number): Clocks {
  const from = civilDateOf(now)
  const kept = Object.entries(clocks).filter(([clock]) => !row.stops.includes(clock as ApplicationClock))
  const started = row.starts.map((clock): [ApplicationClock, Deadline] => {
    if (clock === 'committed') return [clock, startItemDeadline(workingCalendar, from, item.committed, '承诺时限')]
    if (clock === 'statutory') return [clock, startItemDeadline(workingCalendar, from, item.statutory, '法定时限')]
    return [clock, startDeadline(workingCalendar, { from, ...fixedClocks[clock] })]
  })
  return Object.fromEntries([...kept, ...started])
}

/** The fields the lists are sorted and found by, from the ones they depend on. */
export function derivedOf(application: Pick<Application, '_id' | 'state' | 'clocks' | 'submittedAt' | 'updatedAt'>): Pick<Application, 'queue' | 'ownerOrder' | 'queueOrder' | 'wakeOn'> {
  const { _id, state, clocks } = application
  const ends = Object.keys(timerActions).flatMap((clock) => clocks[clock as ApplicationClock]?.dueOn ?? [])
  const urgent = Object.values(clocks).map((deadline) => deadline.dueOn).sort()[0] ?? '9999-12-31'
  const time = (instant: number) => String(instant).padStart(15, '0')
  // Open cases: the most urgent first. Done ones: the latest first, so their time is counted down.
  const queueOrder = applicationStates[state].final || queueOfState[state] === 'done'
    ? `${time(999_999_999_999_999 - application.updatedAt)}#${_id}`
    : `${urgent}#${time(application.submittedAt)}#${_id}`
  return { queue: queueOfState[state], ownerOrder: `${time(application.updatedAt)}#${_id}`, queueOrder, wakeOn: ends.sort()[0] ?? '' }
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
    readonly change?: Partial<Pick<Application, 'content' | 'materials' | 'replacements' | 'before' | 'rounds' | 'claimedBy' | 'claimantName' | 'claimUntil' | 'outcome' | 'applicantName'>>
    /** For the audit chain; never personal data. */
    readonly details?: Readonly<Record<string, unknown>>
    /** What the message advises; absent = the state's own words. */
    readonly advice?: string
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
    state: row.to,
    version: application.version + 1,
    updatedAt: now,
    clocks: runClocks(application.clocks, row, item, now),
    audit,
  }
  const moved: Application = { ...changed, ...derivedOf(changed) }
  await transaction.put(applications, moved)
  tellApplicant(step.outbox, moved, row, step.advice)
  return moved
}

/** Tells the applicant of a step, if the table says so. */
export function tellApplicant(outbox: Outbox, application: Application, row: Pick<ApplicationTransition, 'message'>, advice?: string): void {
  if (row.message === undefined) return
  const { label, next } = applicationStates[application.state]
  const due = Object.values(application.clocks).map((deadline) => deadline.dueOn).sort()[0]
  const isTheirTurn = application.clocks.resubmission !== undefined || application.clocks.visit !== undefined
  outbox.tell({
    event: `${application._id}:${String(application.version)}`,
    recipient: application.ownerId,
    template: row.message,
    texts: [
      application.itemName,
      application.receiptNumber,
      label,
      formatDateTime(application.updatedAt),
      advice ?? (isTheirTurn && due !== undefined ? `请在${formatDate(due)}前办理` : next),
    ],
    page: `packages/case/pages/case?id=${application._id}`,
    ...(isTheirTurn
      ? {
          mustHear: {
            subject: application._id,
            receiptNumber: application.receiptNumber,
            personName: application.applicantName,
            department: application.department,
          },
        }
      : {}),
  })
}
