import { civilDateOf, startOfCivilDay } from '@shared/domain/civil-time'
import { answerSources, needsRectification } from '@shared/domain/rating'
import {
  rectificationClocks,
  decideRectification,
  listOfRectification,
  type RectificationAction,
  type RectificationTransition,
  type RectifyingPerson,
} from '@shared/domain/rectification-workflow'
import { wakesOf } from '@shared/domain/single-clock'
import { appendAudit, emptyChain } from '../kernel/audit'
import type { Transaction } from '../kernel/database'
import { makeId } from '../kernel/ids'
import { fail, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import { personReference } from '../kernel/person-reference'
import type { AuditEntry } from '../kernel/store'
import { announceArrival, tellCitizen } from './announce'
import { citizen } from './people'
import { runClock } from './rectification-clock'
import { rectifications, type Answer, type Rectification } from './store'

export type Actor = AuditEntry['actor']

/** What else a rectification knows of an answer. */
export interface Occasion {
  /** The item or the window it is about. */
  readonly about: string
  readonly complainedOf: readonly string[]
  readonly supervisorsOnly: boolean
}

/** The citizen as the chains name them: of an anonymous one nothing. */
export function citizenActor({ ownerId }: Pick<Rectification, 'ownerId'>): Actor {
  return { kind: 'applicant', id: ownerId === '' ? '' : personReference(ownerId), name: '评价人' }
}

/** When a step was taken, as the chain may say: of a citizen who is anonymous the day and no more. */
function instantOf({ isAnonymous }: Pick<Rectification, 'isAnonymous'>, actor: Actor, now: number): number {
  return isAnonymous && actor.kind === 'applicant' ? startOfCivilDay(civilDateOf(now)) : now
}

/** Opens what follows a bad answer, in the transaction that stores the answer; undefined for a good one. */
export async function openRectification(
  transaction: Transaction,
  outbox: Outbox,
  answer: Answer,
  occasion: Occasion,
  now: number,
): Promise<Rectification | undefined> {
  if (!needsRectification(answer.grade) || answer.rectificationId !== undefined) return undefined
  const row = decideRectification({ state: 'none', isExtended: false }, 'open', citizen)
  if (typeof row === 'string') throw new Error(`a rectification cannot be opened: ${row}`)
  const { isAnonymous } = answerSources[answer.source]
  const _id = makeId()
  const today = civilDateOf(now)
  const { department, window, itemCode, itemName, ownerId, applicationId, receiptNumber } = answer
  const begun = {
    ...{ _id, department, window, itemCode, itemName, ownerId, applicationId, receiptNumber, isAnonymous, ...occasion },
    answerId: answer._id,
    version: 1,
    answeredOn: '',
    openedOn: today,
    openedAt: isAnonymous ? 0 : now,
    // A message would say at which minute an anonymous answer came: the timer tells the next day.
    announceOn: isAnonymous ? today : '',
  } as const
  const actor = citizenActor(begun)
  const audit = await appendAudit(transaction, emptyChain, {
    subject: subjectOf(begun),
    at: instantOf(begun, actor, now),
    actor,
    event: row.event,
    label: row.label,
    details: { from: row.from, to: row.to },
  })
  const running = runClock({ alerted: '', overran: false }, row, today)
  const opened = withLists({ ...begun, ...running, state: row.to, audit })
  await transaction.add(rectifications, opened)
  if (!isAnonymous) await announceArrival(outbox, opened, now)
  return opened
}

export const subjectOf = ({ _id }: Pick<Rectification, '_id'>) => `rectification:${_id}`

/** With the fields that lists and timer go by. */
export function withLists(
  rectification: Omit<Rectification, 'list' | 'order' | 'wakeOn' | 'alertOn' | 'provisionalOn'>,
): Rectification {
  const { _id, state, clock, openedOn } = rectification
  return {
    ...rectification,
    list: listOfRectification[state],
    order: `${clock?.deadline.dueOn ?? openedOn}#${_id}`,
    ...wakesOf(rectification, rectificationClocks),
  }
}

/** What else a step may change. */
export type RectificationChange = Partial<
  Pick<Rectification, 'finding' | 'extensionReason' | 'reply' | 'disputeReason' | 'conclusion'>
>

/**
 * The only writer of a rectification's status: asks the table, runs the clock, appends to the chain and tells the citizen,
 * all in the caller's transaction.
 */
export async function moveRectification(
  transaction: Transaction,
  step: {
    readonly rectification: Rectification
    readonly action: RectificationAction
    readonly person: RectifyingPerson
    readonly actor: Actor
    readonly now: number
    readonly outbox: Outbox
    readonly change?: RectificationChange
  },
): Promise<Rectification | Failure<'WRONG_STATE' | 'FORBIDDEN'>> {
  const { rectification, actor, now } = step
  const row = decideRectification(factsOf(rectification), step.action, step.person)
  if (row === 'WRONG_STATE') return fail('WRONG_STATE')
  if (row === 'NOT_ALLOWED') return fail('FORBIDDEN')
  const { clock: _clock, ...others } = rectification
  const audit = await appendAudit(transaction, rectification.audit, {
    subject: subjectOf(rectification),
    at: instantOf(rectification, actor, now),
    actor,
    event: row.event,
    label: row.label,
    details: { from: row.from, to: row.to, ...noteOf(step.change) },
  })
  const moved = withLists({
    ...others,
    ...step.change,
    ...runClock(rectification, row, civilDateOf(now)),
    state: row.to,
    version: rectification.version + 1,
    answeredOn: answers(row) ? civilDateOf(now) : rectification.answeredOn,
    audit,
  })
  await transaction.put(rectifications, moved)
  if (row.message !== undefined) tellCitizen(step.outbox, moved, row.message, now)
  return moved
}

/** What the table needs to know. */
export function factsOf({ state, extensionReason }: Rectification) {
  return { state, isExtended: extensionReason !== undefined }
}

/** Whether a step answers the citizen: it is theirs to say something then. */
const answers = ({ starts }: RectificationTransition) => starts.includes('confirm')

/** Staff's words belong to the chain; a citizen's may tell who they are. */
function noteOf({ conclusion, reply, extensionReason, finding }: RectificationChange = {}): { note?: string } {
  const note = conclusion ?? reply ?? extensionReason ?? finding
  return note === undefined ? {} : { note }
}
