import { sweepComplaints as contract } from '@shared/contracts/complaints'
import { addDays, civilDateOf, formatDate, type CivilDate } from '@shared/domain/civil-time'
import { complaintClocks } from '@shared/domain/complaint-workflow'
import { appendAudit } from '../../kernel/audit'
import { firstUnknownDay } from '../../kernel/centre'
import { command, database, inTransaction, type Transaction } from '../../kernel/database'
import { implementTimer, isFailure } from '../../kernel/operation'
import { deliverSoon, type Outbox } from '../../kernel/outbox'
import { recountClock } from '../../kernel/recount-clock'
import { announceAlert } from '../announce'
import { alertDue } from '@shared/domain/single-clock'
import { moveComplaint, subjectOf, withLists } from '../moving'
import { timer, timerActor } from '../people'
import { complaints } from '../store'

/** What one run does of each kind; the next run goes on. */
const batch = 100

/**
 * Counts afresh what was counted before a year's holidays were known, ends what the citizen said nothing to, and escalates
 * each clock once at amber and once at red.
 */
export const sweepComplaints = implementTimer(contract, async ({ now }) => {
  const today = civilDateOf(now)
  const recounted = await each(await dueBy('provisionalOn', firstUnknownDay(today)), now, recount)
  const lapsed = await each(await dueBy('wakeOn', today), now, lapse)
  const escalated = await each(await dueBy('alertOn', addDays(today, 1)), now, escalate)
  return { done: recounted + lapsed + escalated }
})

/** One thing that is due, in a transaction of its own; false when it was dealt with meanwhile. */
type Step = (transaction: Transaction, outbox: Outbox, id: string, now: number) => Promise<boolean>

async function each(found: readonly { readonly _id: string }[], now: number, step: Step): Promise<number> {
  let count = 0
  for (const { _id } of found) {
    const outbox = deliverSoon(now)
    const isDone = await inTransaction(async (transaction) => {
      outbox.clear()
      const result = await step(transaction, outbox, _id, now)
      await outbox.write(transaction)
      return result
    })
    await outbox.deliver()
    count += Number(isDone)
  }
  return count
}

const dueBy = (field: 'wakeOn' | 'alertOn' | 'provisionalOn', before: CivilDate) =>
  database.find(complaints, {
    where: { [field]: command().gt('').and(command().lt(before)) },
    orderBy: [field, 'asc'],
    limit: batch,
  })

const lapse: Step = async (transaction, outbox, id, now) => {
  const complaint = await transaction.get(complaints, id)
  if (complaint === undefined || complaint.wakeOn === '' || complaint.wakeOn >= civilDateOf(now)) return false
  const moved = await moveComplaint(transaction, {
    ...{ complaint, action: 'lapse', person: timer, actor: timerActor, now, outbox },
  })
  return !isFailure(moved)
}

const recount: Step = async (transaction, _outbox, id, now) => {
  const complaint = await transaction.get(complaints, id)
  if (complaint?.clock === undefined || complaint.provisionalOn === '') return false
  const { audit, clock } = complaint
  const recounted = await recountClock(
    transaction,
    { audit, clock },
    { subject: subjectOf(complaint), at: now, actor: timerActor, clockName: complaintClocks[clock.name].name },
  )
  await transaction.put(complaints, withLists({ ...complaint, ...recounted }))
  return true
}

/** With its entry in the chain; the version stays (decision 0005). What is red overran, and the figures count it. */
const escalate: Step = async (transaction, outbox, id, now) => {
  const complaint = await transaction.get(complaints, id)
  const colour = complaint === undefined ? undefined : alertDue(complaint, complaintClocks, civilDateOf(now))
  if (complaint?.clock === undefined || colour === undefined) return false
  const { name, deadline } = complaint.clock
  const audit = await appendAudit(transaction, complaint.audit, {
    subject: subjectOf(complaint),
    at: now,
    actor: timerActor,
    event: 'escalated',
    label: colour === 'amber' ? '期限将到，提醒督查' : '已超期限，报送督查',
    details: {
      ...{ clock: name, colour, dueOn: deadline.dueOn },
      note: `${complaintClocks[name].name}，${formatDate(deadline.dueOn)}到期`,
    },
  })
  const overran = complaint.overran || colour === 'red'
  await transaction.put(complaints, withLists({ ...complaint, audit, alerted: colour, overran, countedFrom: now }))
  await announceAlert(outbox, complaint, colour, now)
  return true
}
