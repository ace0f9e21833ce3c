import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** A day in Asia/Shanghai, `YYYY-MM-DD`: two of them compare as texts. */
export type CivilDate = string

/** Minutes ahead of UTC: China has kept one time without summer time since 1991. */
const shanghai = 8 * 60
const dayLength = 86_400_000
const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const

const form = /^\d{4}-\d{2}-\d{2}$/
const dateFormat = 'YYYY-MM-DD'

function clockOf(instant: number) {
  const clock = dayjs.utc(instant).utcOffset(shanghai)
  if (!clock.isValid()) throw new RangeError(`not an instant: ${String(instant)}`)
  return clock
}

function dayOf(date: CivilDate) {
  const day = dayjs.utc(`${date}T00:00:00Z`)
  // Engines differ: some refuse 30 February, some make it 2 March. Neither may pass.
  if (!form.test(date) || !day.isValid() || day.format(dateFormat) !== date) {
    throw new RangeError(`not a day of the calendar: ${date}`)
  }
  return day
}

/** The day an instant (ms) falls on in Shanghai. */
export function civilDateOf(instant: number): CivilDate {
  return clockOf(instant).format(dateFormat)
}

/** Whether the text is a day of the calendar, `YYYY-MM-DD`: 2026-02-30 is not. */
export function isCivilDate(text: string): boolean {
  if (!form.test(text)) return false
  const day = dayjs.utc(`${text}T00:00:00Z`)
  return day.isValid() && day.format(dateFormat) === text
}

/**
 * The first instant (ms) of a day.
 * @throws RangeError when it is no day of the calendar, as all functions here that take one
 */
export function startOfCivilDay(date: CivilDate): number {
  return dayOf(date).valueOf() - shanghai * 60_000
}

/** The last instant (ms) of a day: a limit is met until midnight. */
export function endOfCivilDay(date: CivilDate): number {
  return startOfCivilDay(date) + dayLength - 1
}

/** The day `count` days later, or earlier if negative. */
export function addDays(date: CivilDate, count: number): CivilDate {
  return dayOf(date).add(count, 'day').format(dateFormat)
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (startOfCivilDay(to) - startOfCivilDay(from)) / dayLength
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: CivilDate): number {
  return dayOf(date).day() || 7
}

/** `2026年5月10日`, of a day or of the day an instant (ms) falls on. */
export function formatDate(when: CivilDate | number): string {
  return dayOf(typeof when === 'number' ? civilDateOf(when) : when).format('YYYY年M月D日')
}

/** `5月10日(周日)`, for days near enough to need no year. */
export function formatShortDate(when: CivilDate | number): string {
  const date = typeof when === 'number' ? civilDateOf(when) : when
  return `${dayOf(date).format('M月D日')}（周${weekdayNames[weekday(date) - 1] ?? ''}）`
}

/** `2026年5月10日 09:00` */
export function formatDateTime(instant: number): string {
  return clockOf(instant).format('YYYY年M月D日 HH:mm')
}

/** `09:00` */
export function formatTime(instant: number): string {
  return clockOf(instant).format('HH:mm')
}
