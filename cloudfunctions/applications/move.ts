import {
  applicationStates,
  decideTransition,
  isFinal,
  nobody,
  queueOfState,
  stateAfterLapse,
  timerActions,
  type ActingPerson,
  type ApplicationAction,
  type ApplicationClock,
  type WorkflowSubject,
} from '@shared/domain/application-workflow'
import { civilDateOf, type CivilDate } from '@shared/domain/civil-time'
import { deadlineColour } from '@shared/domain/deadline'
import type { Item } from '@shared/domain/item'
import { appendAudit } from '../kernel/audit'
import { recordCase } from '../kernel/case-facts'
import type { Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import { personReference } from '../kernel/person-reference'
import type { AuditEntry } from '../kernel/store'
import { inviteToRate, type ClosedCase } from '../kernel/survey-invitation'
import { acceptanceOf } from './acceptance'
import { announce } from './announce'
import { nextAlertDay, provisionalDay, runClocks } from './clocks'
import { followWithDelivery } from './delivery-of-case'
import { leaveWindow } from './leave-window'
import { applications, type AcceptanceWay, type Application } from './store'
import { expireFiles } from './uploads'

export type Actor = AuditEntry['actor']
export const timerActor: Actor = { kind: 'timer', id: 'timer', name: '系统' }
export const timerPerson: ActingPerson = { ...nobody, isTimer: true }

const unclaimed = { claimedBy: '', claimantName: '', claimUntil: 0 } as const

/** What the table needs to know of an application. */
export function subjectOf(application: Application): WorkflowSubject {
  return {
    state: application.state,
    channel: application.channel,
    isPledged: application.pledge !== undefined,
    isExtended: application.extension !== undefined,
    hasElectronicResult: (application.decision?.files.length ?? 0) > 0,
  }
}

/** The fields the lists are sorted and found by, from the ones they depend on and the day. */
export function derivedOf(
  application: Pick<
    Application,
    '_id' | 'state' | 'clocks' | 'alerted' | 'suspension' | 'pledge' | 'submittedAt' | 'updatedAt'
  >,
  today: CivilDate,
): Pick<
  Application,
  'queue' | 'ownerOrder' | 'queueOrder' | 'isAmber' | 'amberOn' | 'wakeOn' | 'alertOn' | 'provisionalOn' | 'pledgeOrder'
> {
  const { _id, state, clocks, pledge } = application
  const ends = Object.keys(timerActions).flatMap((clock) => clocks[clock as ApplicationClock]?.dueOn ?? [])
  const [first] = Object.values(clocks).sort((left, right) => left.dueOn.localeCompare(right.dueOn))
  const urgent = first?.dueOn ?? '9999-12-31'
  const isAmber = first !== undefined && deadlineColour(first, today) !== 'green'
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
    isAmber,
    amberOn: isAmber ? '' : (first?.amberOn ?? ''),
    wakeOn: ends.sort()[0] ?? '',
    alertOn: nextAlertDay(application),
    provisionalOn: provisionalDay(application),
    pledgeOrder: pledge === undefined ? '' : `${civilDateOf(pledge.signedAt)}#${_id}`,
  }
}

/**
 * A case as it stands at this moment: one whose claim has lapsed stands where the timer will put it back, so that
 * everybody sees at once that it can be taken.
 */
export function asItStands(application: Application, now: number): Application {
  if (application.claimUntil === 0 || application.claimUntil > now) return application
  const lapsed = { ...application, ...unclaimed, state: stateAfterLapse(application.state) }
  return { ...lapsed, ...derivedOf(lapsed, civilDateOf(now)) }
}

/** What else a step may change of an application. */
type Change = Partial<
  Pick<
    Application,
    | 'content'
    | 'identityHash'
    | 'materials'
    | 'replacements'
    | 'before'
    | 'rounds'
    | 'claimedBy'
    | 'claimantName'
    | 'claimUntil'
    | 'handledBy'
    | 'handlerName'
    | 'comparison'
    | 'suspension'
    | 'extension'
    | 'results'
    | 'decision'
    | 'outcome'
  >
>

/**
 * The only writer of an application's status: asks the table, runs the clocks, appends to the audit chain, notes the step
 * for supervision, queues the message, and writes the document, all in the caller's transaction.
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
    readonly change?: Change
    /** For an acceptance that is not of the way the action alone says. */
    readonly acceptedBy?: AcceptanceWay
    /** For the audit chain; never personal data. */
    readonly details?: Readonly<Record<string, unknown>>
  },
): Promise<Application | Failure<'WRONG_STATE' | 'FORBIDDEN'>> {
  const { application, item, action, change, now } = step
  const row = decideTransition(subjectOf(application), action, step.person)
  if (row === 'WRONG_STATE') return fail('WRONG_STATE')
  if (row === 'NOT_ALLOWED') return fail('FORBIDDEN')
  const head = await leaveWindow(transaction, {
    application,
    row,
    actor: step.actor,
    cameToWindow: step.actor.kind === 'staff' && step.acceptedBy !== 'home',
    now,
  })
  const audit = await appendAudit(transaction, head, {
    subject: application._id,
    at: now,
    actor: step.actor,
    event: row.event,
    label: row.label,
    details: { from: row.from, to: row.to, ...step.details },
  })
  const { suspension: _over, ...others } = application
  const changed: Omit<Application, keyof ReturnType<typeof derivedOf>> = {
    ...others,
    // A claim lives only while its case stands in the claimed queue, and a suspension while it is paused.
    ...(queueOfState[row.to] === 'claimed' ? {} : unclaimed),
    ...change,
    ...seenAfter(application, change),
    ...acceptanceOf(row, application, now, step.acceptedBy),
    state: row.to,
    version: application.version + 1,
    updatedAt: now,
    ...runClocks(application, row, item, now),
    audit,
  }
  const left = isFinal(row.to) ? await clearUnsent(transaction, changed, now) : {}
  const moved: Application = { ...changed, ...left, ...derivedOf(changed, civilDateOf(now)) }
  await transaction.put(applications, moved)
  const refusal = await followWithDelivery(transaction, {
    application: moved,
    item,
    row,
    actor: step.actor,
    now,
    outbox: step.outbox,
  })
  if (refusal !== undefined) return refusal
  if (row.survey === true) await inviteToRate(transaction, step.outbox, closedCaseOf(moved, item, now))
  await recordCase(transaction, { application: moved, clocksBefore: application.clocks, item, row, now })
  await announce(step.outbox, moved, row)
  return moved
}

/** What the invitation to rate a case needs to know of it. */
function closedCaseOf(application: Application, item: Item, now: number): ClosedCase {
  const { _id, ownerId, receiptNumber, itemCode, itemName, department, channel, handledBy } = application
  return {
    ...{ _id, ownerId, receiptNumber, itemCode, itemName, department, channel, now },
    window: item.window,
    ...(handledBy === undefined ? {} : { handlerReference: personReference(handledBy) }),
  }
}

/** Who takes a case is known to have looked; with a claim, everybody else's next look is entered again. */
function seenAfter(application: Application, change: Change = {}): Partial<Pick<Application, 'seenBy'>> {
  if (change.claimedBy !== undefined) return { seenBy: [change.claimedBy] }
  return change.handledBy === undefined ? {} : { seenBy: [...new Set([...application.seenBy, change.handledBy])] }
}

/** A case that is over keeps no files that were never sent in or never decided on. */
async function clearUnsent(
  transaction: Transaction,
  { replacements, results = [] }: Pick<Application, 'replacements' | 'results'>,
  now: number,
): Promise<Pick<Application, 'replacements' | 'results'>> {
  await expireFiles(transaction, [...Object.values(replacements).flat(), ...results], now)
  return { replacements: {}, results: [] }
}
