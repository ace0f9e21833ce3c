import { addDays, type CivilDate } from './civil-time'

/** Which days are worked: Monday to Friday, less holidays, plus adjusted workdays. */
export interface WorkingCalendar {
  isWorkingDay(date: CivilDate): boolean
  /** Whether the year's official notice is not known yet, so that the answer may change. */
  isProvisional(date: CivilDate): boolean
}

/** Days: no holidays last this long. It ends a search that a broken calendar would make endless. */
const longestBreak = 60

/**
 * The day on which the last of `count` working days after `from` falls; `from` itself for 0. The day of the event is
 * not counted (民法典 art. 201). `provisional` when the answer rests on any day whose year has no notice yet.
 * @throws RangeError for a negative or fractional count
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  from: CivilDate,
  count: number,
): { readonly date: CivilDate; readonly provisional: boolean } {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${String(count)}`)
  let date = from
  let left = count
  let provisional = false
  for (let idle = 0; left > 0; idle += 1) {
    if (idle > longestBreak) throw new RangeError('the calendar has no working days')
    date = addDays(date, 1)
    provisional ||= calendar.isProvisional(date)
    if (calendar.isWorkingDay(date)) {
      left -= 1
      idle = 0
    }
  }
  return { date, provisional }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): number {
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (calendar.isWorkingDay(date)) count += 1
  return count
}

/**
 * The working day `count` working days before `to`: from it, exactly `count` are left up to and including `to`; `to`
 * itself for 0.
 * @throws RangeError for a negative or fractional count
 */
export function workingDaysBefore(calendar: WorkingCalendar, to: CivilDate, count: number): CivilDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${String(count)}`)
  let date = to
  // `to` may be a day off itself, which then is none of those left.
  for (let left = count; left > 0; date = addDays(date, -1)) if (calendar.isWorkingDay(date)) left -= 1
  let idle = 0
  while (date !== to && !calendar.isWorkingDay(date)) {
    date = addDays(date, -1)
    if ((idle += 1) > longestBreak) throw new RangeError('the calendar has no working days')
  }
  return date
}
