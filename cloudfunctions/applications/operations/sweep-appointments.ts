import { sweepAppointments as contract } from '@shared/contracts/applications-window'
import { missedFrom } from '@shared/domain/appointment-slots'
import { decideAppointment, statesOpenTo } from '@shared/domain/appointment-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { currentTime } from '../../kernel/clock'
import { command, database, inTransaction, type Transaction } from '../../kernel/database'
import { logFault } from '../../kernel/log-fault'
import { implementTimer } from '../../kernel/operation'
import { deliverSoon, type Outbox } from '../../kernel/outbox'
import { countMissed, takeAppointmentStep, tell, timesOf } from '../appointments'
import { timerActor } from '../move'
import { appointments, queueCounters, slotSeats, typedCodes, type Appointment } from '../window-store'

const batch = 100
/** How long one run looks for more (ms): then the next run goes on. */
const patienceMs = 20_000

/**
 * What the clock does about appointments: one reminder on the working day before, and who did not come has missed
 * theirs, which counts against them. Seats, numbers and codes of days that are over are cleared away.
 */
export const sweepAppointments = implementTimer(contract, async ({ now }) => {
  const counts = { missed: 0, reminded: 0 }
  const until = currentTime() + patienceMs
  for (let failed = 0; failed === 0 && currentTime() < until;) {
    const due = await database.find(appointments, {
      where: { wakeAt: command().gt(0).and(command().lte(now)) },
      orderBy: ['wakeAt', 'asc'],
      limit: batch,
    })
    for (const { _id } of due) {
      try {
        const done = await wake(_id, now)
        if (done !== undefined) counts[done] += 1
      } catch (error) {
        // What fails is found again, first of all: it waits for the next run, and does not keep the others waiting.
        failed += 1
        logFault({ operation: contract.name, subject: _id }, error)
      }
    }
    if (due.length < batch) break
  }
  const today = civilDateOf(now)
  for (const handle of [slotSeats, queueCounters, typedCodes]) {
    await database.removeWhere(handle, { date: command().lt(today) })
  }
  return counts
})

/** Deals with one appointment, in a transaction of its own. */
async function wake(id: string, now: number): Promise<'missed' | 'reminded' | undefined> {
  const outbox = deliverSoon(now)
  const done = await inTransaction(async (transaction) => {
    outbox.clear()
    const appointment = await transaction.get(appointments, id)
    if (appointment === undefined || appointment.wakeAt === 0 || appointment.wakeAt > now) return undefined
    const result = await tend(transaction, outbox, appointment, now)
    await outbox.write(transaction)
    return result
  })
  await outbox.deliver()
  return done
}

async function tend(
  transaction: Transaction,
  outbox: Outbox,
  appointment: Appointment,
  now: number,
): Promise<'missed' | 'reminded' | undefined> {
  const row = decideAppointment(appointment.state, 'miss', 'timer', timesOf(appointment, now), now)
  if (typeof row !== 'string') {
    const step = { appointment, row, actor: timerActor, now, outbox, change: { remindAt: 0 } }
    await countMissed(transaction, await takeAppointmentStep(transaction, step))
    return 'missed'
  }
  const isExpected = statesOpenTo('miss').includes(appointment.state)
  const woken = { ...appointment, remindAt: 0, wakeAt: isExpected ? missedFrom(appointment) : 0 }
  await transaction.put(appointments, woken)
  // A timer that comes only after the slot has begun reminds nobody of it.
  if (!isExpected || appointment.remindAt === 0 || appointment.slotAt <= now) return undefined
  tell(outbox, woken, 'appointment-reminder', timerActor, now)
  return 'reminded'
}
