import { civilDateOf } from '@shared/domain/civil-time'
import {
  complaintClocks,
  decideComplaint,
  listOfComplaint,
  complaintStates,
  type ComplaintAction,
  type ComplaintTransition,
  type ComplainingPerson,
} from '@shared/domain/complaint-workflow'
import { wakesOf } from '@shared/domain/single-clock'
import { appendAudit, type AuditHead } from '../kernel/audit'
import type { Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import { lookupHash } from '../kernel/sealed'
import { tellCitizen, tellWhoseTurn } from './announce'
import { runClock } from './clocks'
import type { Actor } from './people'
import { sealWords, wordsOf, type Words } from './sealed-words'
import { complaints, type Complaint } from './store'

export const subjectOf = ({ _id }: Pick<Complaint, '_id'>) => `complaint:${_id}`

/** What the table needs to know. */
export const factsOf = ({ state, isExtended, isReopened }: Complaint) => ({ state, isExtended, isReopened })

/** Sorts by an instant. */
export const orderOf = (instant: number, id: string) => `${String(instant).padStart(15, '0')}#${id}`

type Derived = 'list' | 'order' | 'wakeOn' | 'alertOn' | 'provisionalOn'

/** With the fields that lists and timer go by: what is due first stands first, what is over by its end. */
export function withLists(complaint: Omit<Complaint, Derived>): Complaint {
  const { _id, state, clock, updatedAt } = complaint
  return {
    ...complaint,
    list: listOfComplaint[state],
    order: complaintStates[state].final ? orderOf(updatedAt, _id) : `${clock?.deadline.dueOn ?? ''}#${_id}`,
    ...wakesOf(complaint, complaintClocks),
  }
}

/** What a step changes besides state and clock. */
export interface ComplaintChange {
  readonly fields?: Partial<
    Pick<Complaint, 'kind' | 'assignedTo' | 'about' | 'handlerReference' | 'handlerName' | 'mergedInto' | 'satisfied'>
  >
  readonly words?: Words
  /** For the chain: codes only, nothing that anybody wrote. */
  readonly details?: Readonly<Record<string, unknown>>
}

/**
 * The only writer of a complaint's status: asks the table, runs the clock, appends to the chain and tells whom it
 * concerns, all in the caller's transaction.
 */
export async function moveComplaint(
  transaction: Transaction,
  step: {
    readonly complaint: Complaint
    readonly action: ComplaintAction
    readonly person: ComplainingPerson
    readonly actor: Actor
    readonly now: number
    readonly outbox: Outbox
    readonly change?: ComplaintChange
  },
): Promise<Complaint | Failure<'WRONG_STATE' | 'FORBIDDEN'>> {
  const { complaint, action, now, change = {} } = step
  const row = decideComplaint(factsOf(complaint), action, step.person)
  if (row === 'WRONG_STATE') return fail('WRONG_STATE')
  if (row === 'NOT_ALLOWED') return fail('FORBIDDEN')
  const kind = change.fields?.kind ?? complaint.kind
  const audit = await enterStep(transaction, complaint, row, step.actor, now, change)
  const { clock: _clock, ...others } = complaint
  const moved = withLists({
    ...others,
    ...change.fields,
    ...(change.words === undefined
      ? {}
      : { words: sealWords(complaint._id, { ...wordsOf(complaint), ...change.words }) }),
    ...runClock(complaint, row, kind, civilDateOf(now)),
    ...marksOf(complaint, action),
    state: row.to,
    version: complaint.version + 1,
    updatedAt: now,
    countedFrom: now,
    audit,
  })
  await transaction.put(complaints, moved)
  if (row.message !== undefined) tellCitizen(step.outbox, moved, row.message, now)
  await tellWhoseTurn(step.outbox, moved, action, now)
  return moved
}

/** What the guards and the figures remember of a step. */
function marksOf(complaint: Complaint, action: ComplaintAction) {
  return {
    isExtended: complaint.isExtended || action === 'extend',
    isSentBack: complaint.isSentBack || action === 'send-back',
    isAnswered: complaint.isAnswered || action === 'answer',
    isReopened: complaint.isReopened || action === 'reopen',
  }
}

/** Of what was written the chain keeps a keyed hash only: it proves the words and holds none of them. */
export function enterStep(
  transaction: Transaction,
  complaint: Pick<Complaint, '_id' | 'audit'>,
  row: Pick<ComplaintTransition, 'event' | 'label' | 'from' | 'to'>,
  actor: Actor,
  now: number,
  { words, details }: ComplaintChange,
): Promise<AuditHead> {
  return appendAudit(transaction, complaint.audit, {
    subject: subjectOf(complaint),
    at: now,
    actor,
    event: row.event,
    label: row.label,
    details: {
      from: row.from,
      to: row.to,
      ...details,
      ...(words === undefined
        ? {}
        : { wordsHash: lookupHash(`complaints.words:${complaint._id}`, JSON.stringify(words)) }),
    },
  })
}
