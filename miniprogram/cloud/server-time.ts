import { civilDateOf, type CivilDate } from '@shared/domain/civil-time'

/** How far the server's clock is ahead of the phone's (ms); phones are often wrong, and deadlines are the server's. */
let ahead = 0

/** Learns from an answer; 0 (no answer) is left aside. */
export function noteServerTime(at: number): void {
  if (at > 0) ahead = at - Date.now()
}

/** The server's time as far as it is known (ms). */
export function serverNow(): number {
  return Date.now() + ahead
}

/** The day in Shanghai by the server's clock. */
export function serverToday(): CivilDate {
  return civilDateOf(serverNow())
}
