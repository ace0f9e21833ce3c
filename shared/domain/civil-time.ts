import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** A day in Asia/Shanghai, `YYYY-MM-DD`. China has kept UTC+8 without summer time since 1991. */
export type CivilDate = string

const shanghai = 8 * 60
const local = (instant: number) => dayjs.utc(instant).utcOffset(shanghai)
const dayOf = (date: CivilDate) => dayjs.utc(`${date}T00:00:00Z`)

/** The day an instant (ms) falls on in Shanghai. */
export function civilDateOf(instant: number): CivilDate {
  return local(instant).format('YYYY-MM-DD')
}

/** Whether the text is a day of the calendar: 2026-02-30 is not. */
export function isCivilDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(text).isValid() && dayOf(text).format('YYYY-MM-DD') === text
}

/** The first instant (ms) of a day. */
export function startOfCivilDay(date: CivilDate): number {
  return dayOf(date).valueOf() - shanghai * 60_000
}

/** A day `count` days later (or earlier, if negative). */
export function addDays(date: CivilDate, count: number): CivilDate {
  return dayOf(date).add(count, 'day').format('YYYY-MM-DD')
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayOf(to).diff(dayOf(from), 'day')
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: CivilDate): number {
  return dayOf(date).day() || 7
}

/** `2026年5月10日` */
export function formatDate(date: CivilDate): string {
  return dayOf(date).format('YYYY年M月D日')
}

/** `2026年5月10日 09:00` */
export function formatDateTime(instant: number): string {
  return local(instant).format('YYYY年M月D日 HH:mm')
}

/** `09:00` */
export function formatTime(instant: number): string {
  return local(instant).format('HH:mm')
}
