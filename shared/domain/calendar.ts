import { isHoliday } from 'chinese-days'
import { LunarDay, SolarTerm } from 'tyme4ts'
import { addDays, weekday, type CivilDate } from './civil-time'
import type { WorkingCalendar } from './working-days'

/** A year's notice of the State Council 国务院办公厅关于节假日安排的通知, as an administrator types it in. */
export interface CalendarYear {
  readonly year: number
  /** The notice's document number. */
  readonly notice: string
  readonly holidays: readonly CivilDate[]
  readonly adjustedWorkdays: readonly CivilDate[]
}

/**
 * The working calendar on the server. In this order: the notice typed in for the year; the package chinese-days for the
 * years it really covers; else the statutory holidays alone, and those days are provisional 暂定.
 * @param localHolidays days free in the region besides, such as Guangxi's 三月三
 */
export function createCalendar(years: readonly CalendarYear[], localHolidays: readonly CivilDate[] = []): WorkingCalendar {
  const notices = new Map(years.map((each) => [each.year, { free: new Set(each.holidays), worked: new Set(each.adjustedWorkdays) }]))
  const local = new Set(localHolidays)
  const computed = new Map<number, ReadonlySet<CivilDate>>()
  const known = (year: number) => notices.has(year) || isCovered(year)
  return {
    isWorkingDay(date) {
      if (local.has(date)) return false
      const year = Number(date.slice(0, 4))
      const notice = notices.get(year)
      if (notice !== undefined) return notice.worked.has(date) || (weekday(date) <= 5 && !notice.free.has(date))
      if (isCovered(year)) return !isHoliday(date)
      let free = computed.get(year)
      if (free === undefined) {
        free = freeDaysWithoutNotice(year)
        computed.set(year, free)
      }
      return weekday(date) <= 5 && !free.has(date)
    },
    isProvisional: (date) => !known(Number(date.slice(0, 4))),
  }
}

/** chinese-days silently calls 1 January of a year it does not know a workday: that is how one can tell. */
function isCovered(year: number): boolean {
  const newYear = `${String(year)}-01-01`
  return weekday(newYear) > 5 ? isHoliday(`${String(year)}-05-01`) && isHoliday(`${String(year)}-10-01`) && isHoliday(`${String(year)}-10-02`) : isHoliday(newYear)
}

/**
 * The 13 statutory days (全国年节及纪念日放假办法, as amended for 2025) with a weekend day made up for on the next
 * working day. Without the yearly notice nothing is known of bridges and adjusted workdays.
 */
export function statutoryHolidays(year: number): readonly CivilDate[] {
  const text = (day: { getYear(): number; getMonth(): number; getDay(): number }) =>
    `${String(day.getYear())}-${String(day.getMonth()).padStart(2, '0')}-${String(day.getDay()).padStart(2, '0')}`
  const lunar = (month: number, day: number) => text(LunarDay.fromYmd(year, month, day).getSolarDay())
  const springFestival = lunar(1, 1)
  const clearBrightness = text(SolarTerm.fromIndex(year, 7).getJulianDay().getSolarDay())
  const fixed = (monthDay: string) => `${String(year)}-${monthDay}`
  return [
    fixed('01-01'),
    addDays(springFestival, -1),
    springFestival,
    addDays(springFestival, 1),
    addDays(springFestival, 2),
    clearBrightness,
    fixed('05-01'),
    fixed('05-02'),
    lunar(5, 5),
    lunar(8, 15),
    fixed('10-01'),
    fixed('10-02'),
    fixed('10-03'),
  ]
}

function freeDaysWithoutNotice(year: number): ReadonlySet<CivilDate> {
  const holidays = statutoryHolidays(year)
  const free = new Set(holidays)
  for (const holiday of holidays.filter((date) => weekday(date) > 5)) {
    let instead = addDays(holiday, 1)
    while (free.has(instead) || weekday(instead) > 5) instead = addDays(instead, 1)
    free.add(instead)
  }
  return free
}
