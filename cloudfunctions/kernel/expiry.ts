import { command, database } from './database'
import { answeredRequests, rateWindows } from './store'

/** A repeated request is answered the same for a day; phones give up far earlier (the program's own rule). */
const answersKeptMs = 24 * 60 * 60 * 1000

/** Removes what the kernel kept for a while only: at most `limit` answers and as many rate windows. */
export async function removeExpired(now: number, limit: number): Promise<void> {
  const answers = await database.find(answeredRequests, { where: { at: command().lt(now - answersKeptMs) }, orderBy: ['at', 'asc'], limit })
  for (const { _id } of answers) await database.remove(answeredRequests, _id)
  const windows = await database.find(rateWindows, { where: { endsAt: command().lt(now) }, orderBy: ['endsAt', 'asc'], limit })
  for (const { _id } of windows) await database.remove(rateWindows, _id)
}
