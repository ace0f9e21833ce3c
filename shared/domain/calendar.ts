import published from 'chinese-days/dist/chinese-days.json'
import { LunarDay, SolarTerm } from 'tyme4ts'
import { addDays, isCivilDate, weekday, type CivilDate } from './civil-time'
import type { WorkingCalendar } from './working-days'

/** A year's notice of the State Council 国务院办公厅关于节假日安排的通知, as an administrator types it in. */
export interface CalendarYear {
  readonly year: number
  /** The notice's document number. */
  readonly notice: string
  /** Days off by the notice; New Year may begin in December of the year before. */
  readonly holidays: readonly CivilDate[]
  /** Saturdays and Sundays worked in exchange 调休上班. */
  readonly adjustedWorkdays: readonly CivilDate[]
}

/**
 * From this day of December the notice of the NEXT year may still change a day: those of 2007, 2008, 2012 and 2019
 * did, never a day before the 29th.
 */
const nextNoticeReachesBackTo = '12-29'

/**
 * The working calendar on the server; its tables are too large for a phone. In this order: the notice typed in for the
 * year; the package chinese-days for the years it really covers; else the statutory holidays alone, and then the days
 * are provisional 暂定.
 * @param localHolidays days free in the region besides, such as Guangxi's 三月三
 * @throws RangeError when a notice names a day that does not exist, is of another year, or is both free and worked
 */
export function createCalendar(
  years: readonly CalendarYear[],
  localHolidays: readonly CivilDate[] = [],
): WorkingCalendar {
  const notices = new Map(years.map((each) => [each.year, readNotice(each)]))
  const local = new Set(localHolidays.map(existing))
  const computed = new Map<number, ReadonlySet<CivilDate>>()
  const freeByStatute = (year: number) => {
    const free = computed.get(year) ?? freeDaysWithoutNotice(year)
    computed.set(year, free)
    return free
  }
  const isKnown = (year: number) => notices.has(year) || isCoveredByPackage(year)

  /** What a notice says of a day; undefined when it says nothing and the weekday decides. */
  const named = (date: CivilDate, year: number): 'free' | 'worked' | undefined => {
    const typed = notices.get(year)?.get(date) ?? notices.get(year + 1)?.get(date)
    if (typed !== undefined || notices.has(year)) return typed
    if (isCoveredByPackage(year)) {
      if (date in published.workdays) return 'worked'
      return date in published.holidays ? 'free' : undefined
    }
    return freeByStatute(year).has(date) ? 'free' : undefined
  }

  return {
    isWorkingDay(date) {
      if (local.has(date)) return false
      const byNotice = named(date, yearOf(date))
      return byNotice === undefined ? weekday(date) <= 5 : byNotice === 'worked'
    },
    isProvisional(date) {
      const year = yearOf(date)
      return !isKnown(year) || (date.slice(5) >= nextNoticeReachesBackTo && !isKnown(year + 1))
    },
  }
}

const yearOf = (date: CivilDate) => Number(date.slice(0, 4))

function existing(date: CivilDate): CivilDate {
  if (!isCivilDate(date)) throw new RangeError(`not a day of the calendar: ${date}`)
  return date
}

function readNotice({
  year,
  notice,
  holidays,
  adjustedWorkdays,
}: CalendarYear): ReadonlyMap<CivilDate, 'free' | 'worked'> {
  const days = new Map<CivilDate, 'free' | 'worked'>()
  const read = (date: CivilDate, as: 'free' | 'worked') => {
    const ofThisNotice = yearOf(existing(date)) === year || date >= `${year - 1}-${nextNoticeReachesBackTo}`
    if (!ofThisNotice || yearOf(date) > year) throw new RangeError(`${notice} is of ${year} and cannot name ${date}`)
    if (days.has(date)) throw new RangeError(`${notice} names ${date} twice`)
    days.set(date, as)
  }
  for (const date of holidays) read(date, 'free')
  for (const date of adjustedWorkdays) read(date, 'worked')
  return days
}

/**
 * Whether chinese-days has the year's notice. Its own functions call every weekday of an unknown year a workday without
 * a word, and answer for the day before in time zones west of Greenwich: so the table itself is read, not they.
 */
function isCoveredByPackage(year: number): boolean {
  return `${year}-10-01` in published.holidays
}

/**
 * The 13 statutory holidays (全国年节及纪念日放假办法 art. 2, as amended from 2025), in order: 元旦 1, 春节 4 from
 * 除夕, 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3. 中秋 can fall on 国庆: then a day is named twice.
 */
export function statutoryHolidays(year: number): readonly CivilDate[] {
  const lunar = (month: number, day: number) => textOf(LunarDay.fromYmd(year, month, day).getSolarDay())
  const fixed = (monthAndDay: string) => `${year}-${monthAndDay}`
  const springFestival = lunar(1, 1)
  // The seventh solar term counted from the winter solstice before the year.
  const clearBrightness = textOf(SolarTerm.fromIndex(year, 7).getJulianDay().getSolarDay())
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
  ].sort()
}

function textOf(day: { getYear(): number; getMonth(): number; getDay(): number }): CivilDate {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getYear()}-${two(day.getMonth())}-${two(day.getDay())}`
}

/**
 * Statutory days off with each one that falls on a weekend, or on another holiday, made up for on the next working day
 * (全国年节及纪念日放假办法 art. 6). Bridges and adjusted workdays are the notice's own and cannot be foretold.
 */
function freeDaysWithoutNotice(year: number): ReadonlySet<CivilDate> {
  const holidays = statutoryHolidays(year)
  const free = new Set(holidays)
  const lost = holidays.filter((date, place) => weekday(date) > 5 || holidays.indexOf(date) < place)
  for (const date of lost) {
    let instead = addDays(date, 1)
    while (free.has(instead) || weekday(instead) > 5) instead = addDays(instead, 1)
    free.add(instead)
  }
  return free
}
