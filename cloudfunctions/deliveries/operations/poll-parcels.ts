import { pollParcels as contract } from '@shared/contracts/deliveries'
import { currentTime } from '../../kernel/clock'
import { command, database, inTransaction } from '../../kernel/database'
import { logFault } from '../../kernel/log-fault'
import { implementTimer } from '../../kernel/operation'
import { deliverSoon } from '../../kernel/outbox'
import { kuaidi100 } from '../carriers/kuaidi100'
import { isWorthAsking, pollPause, pollPauseAfterFault } from '../poll-times'
import { parcels, type Parcel } from '../store'
import { subscribeParcel, wantingSubscription } from '../subscribe-parcel'
import { takeScans } from '../take-scans'

/** How many a run looks up, how many it asks about at once, and how long it begins new ones (ms). */
const batch = 100
const atOnce = 5
const patienceMs = 40_000

/**
 * Makes up for callbacks that never came: subscribes parcels that are not subscribed yet, and asks about those that were
 * not heard of for a while, each number at most every 30 minutes, less often where the carrier does not answer. What is
 * left when the time is up waits for the next run.
 */
export const pollParcels = implementTimer(contract, async ({ now }) => {
  const counts = { done: 0, failed: 0 }
  const until = currentTime() + patienceMs
  const each = async (ids: readonly string[], work: (id: string) => Promise<boolean>) => {
    const waiting = [...ids]
    const lane = async () => {
      for (let id = waiting.shift(); id !== undefined && currentTime() < until; id = waiting.shift()) {
        const isDone = await work(id).catch((error: unknown) => {
          logFault({ operation: contract.name, subject: id }, error)
          return false
        })
        counts[isDone ? 'done' : 'failed'] += 1
      }
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
  }
  await each(await wantingSubscription(batch), async (id) => (await subscribeParcel(id)) === 'done')
  await each(await dueForPoll(now), (id) => poll(id, now))
  return counts
})

async function dueForPoll(now: number): Promise<readonly string[]> {
  const where = { nextPollAt: command().gt(0).and(command().lte(now)) }
  const found = await database.findFields(parcels, [], { where, orderBy: ['nextPollAt', 'asc'], limit: batch })
  return found.map(({ _id }) => _id)
}

/** Asks about one parcel, unless another run does. @returns whether the carrier answered */
async function poll(id: string, now: number): Promise<boolean> {
  const parcel = await database.get(parcels, id)
  if (parcel === undefined || parcel.nextPollAt === 0 || parcel.nextPollAt > now) return true
  const taken = { _id: id, nextPollAt: parcel.nextPollAt }
  const next = isWorthAsking(parcel.shippedAt, now) ? now + pollPause(parcel.progress) : 0
  if ((await database.updateWhere(parcels, taken, { nextPollAt: next })) === 0 || next === 0) return true
  const answer = await kuaidi100.query(parcel)
  if (answer.kind === 'track') {
    const outbox = deliverSoon(now)
    await inTransaction(async (transaction) => {
      outbox.clear()
      await takeScans(transaction, { parcelId: id, scans: answer.scans, isGivenUp: false }, now, outbox)
      await outbox.write(transaction)
    })
    await outbox.deliver()
    if (parcel.pollTries > 0) await database.updateWhere(parcels, { _id: id }, { pollTries: 0 })
    return true
  }
  if (answer.kind === 'unknown') return true
  await postpone(parcel, now)
  return false
}

/** The carrier did not answer, or would not: a longer pause each time. Not for a parcel that has arrived meanwhile. */
async function postpone({ _id, pollTries }: Parcel, now: number): Promise<void> {
  const isRunning = { _id, nextPollAt: command().gt(0) }
  await database.updateWhere(parcels, isRunning, {
    pollTries: command().inc(1),
    nextPollAt: now + pollPauseAfterFault(pollTries),
  })
}
