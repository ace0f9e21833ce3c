import { addDays, civilDateOf, startOfCivilDay } from './civil-time'

/** Nobody is messaged between 22:00 and 8:00 except about today's appointments (the centre's rule). Hours. */
const quiet = { from: 22, until: 8 } as const
const hour = 3_600_000

/** The earliest instant (ms) a message may go out. */
export function sendAt(now: number, message: { readonly aboutToday: boolean }): number {
  const today = civilDateOf(now)
  const sinceMidnight = now - startOfCivilDay(today)
  if (message.aboutToday) return now
  if (sinceMidnight < quiet.until * hour) return startOfCivilDay(today) + quiet.until * hour
  if (sinceMidnight >= quiet.from * hour) return startOfCivilDay(addDays(today, 1)) + quiet.until * hour
  return now
}
