import { command, database } from './database'
import { answeredRequests, rateWindows } from './store'

/** A repeated request is answered the same for a day; phones give up far earlier (the program's own rule). */
const answersKeptMs = 24 * 60 * 60 * 1000

/** Removes what the kernel kept for a while only: two requests, however much there is. */
export async function removeExpired(now: number): Promise<void> {
  await database.removeWhere(answeredRequests, { at: command().lt(now - answersKeptMs) })
  await database.removeWhere(rateWindows, { endsAt: command().lt(now) })
}
