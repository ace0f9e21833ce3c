import fc from 'fast-check'
import { createCalendar, statutoryHolidays, type CalendarYear } from './calendar'
import { addDays, civilDateOf, weekday, type CivilDate } from './civil-time'

const daysFrom = (first: CivilDate, last: CivilDate): CivilDate[] => {
  const days = []
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date)
  return days
}
const aDayOf = (from: number, to: number) =>
  fc.integer({ min: Date.UTC(from, 0, 1), max: Date.UTC(to, 11, 31) }).map(civilDateOf)

const plain = createCalendar([])

/** 国办发明电〔2025〕7号, written down by hand. */
const notice2026 = {
  holidays: [
    ...daysFrom('2026-01-01', '2026-01-03'),
    ...daysFrom('2026-02-15', '2026-02-23'),
    ...daysFrom('2026-04-04', '2026-04-06'),
    ...daysFrom('2026-05-01', '2026-05-05'),
    ...daysFrom('2026-06-19', '2026-06-21'),
    ...daysFrom('2026-09-25', '2026-09-27'),
    ...daysFrom('2026-10-01', '2026-10-07'),
  ],
  worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}

describe('a year the package covers', () => {
  it('has exactly the days off of the notice of 2026', () => {
    for (const date of daysFrom('2026-01-01', '2026-12-31')) {
      const worked = notice2026.worked.includes(date) || (weekday(date) <= 5 && !notice2026.holidays.includes(date))
      expect([date, plain.isWorkingDay(date)]).toEqual([date, worked])
    }
  })

  it('is not provisional, but for the last days of the last year: the next notice may reach back to them', () => {
    expect(plain.isProvisional('2026-12-28')).toBe(false)
    expect(plain.isProvisional('2026-12-29')).toBe(true)
    expect(plain.isProvisional('2025-12-31')).toBe(false)
  })

  it('keeps December days that the notice of the year after changed: 29 December 2018 was worked, 31 was free', () => {
    expect(plain.isWorkingDay('2018-12-29')).toBe(true)
    expect(plain.isWorkingDay('2018-12-31')).toBe(false)
  })
})

describe('a year nobody has a notice of', () => {
  it('does not take 1 January 2027 for a workday, as the package does', () => {
    expect(plain.isWorkingDay('2027-01-01')).toBe(false)
    expect(plain.isProvisional('2027-01-01')).toBe(true)
  })

  it('is recognised even when 1 January, 1 May, 1 and 2 October are all weekends, as in 2033', () => {
    expect(['2033-01-01', '2033-05-01', '2033-10-01', '2033-10-02'].every((date) => weekday(date) > 5)).toBe(true)
    expect(plain.isProvisional('2033-06-15')).toBe(true)
    expect(plain.isWorkingDay('2033-10-03')).toBe(false)
  })

  it('computes the thirteen statutory days of 2027', () => {
    expect(statutoryHolidays(2027)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ])
  })

  it('makes up for holidays on a weekend on the next working days', () => {
    const freeWeekdays = daysFrom('2027-01-01', '2027-12-31').filter(
      (date) => weekday(date) <= 5 && !plain.isWorkingDay(date),
    )
    expect(freeWeekdays).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-04-05',
      '2027-05-03',
      '2027-05-04',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-04',
      '2027-10-05',
    ])
  })

  it('makes up for 中秋 when it falls on 国庆，as on 1 October 2031', () => {
    const free = daysFrom('2031-10-01', '2031-10-12').filter((date) => weekday(date) <= 5 && !plain.isWorkingDay(date))
    expect(free).toEqual(['2031-10-01', '2031-10-02', '2031-10-03', '2031-10-06'])
  })

  it('gives thirteen free weekdays in every year to come and never works on a weekend', () => {
    for (let year = 2027; year <= 2060; year += 1) {
      const days = daysFrom(`${year}-01-01`, `${year}-12-31`)
      expect(days.filter((date) => weekday(date) <= 5 && !plain.isWorkingDay(date))).toHaveLength(13)
      expect(days.filter((date) => weekday(date) > 5 && plain.isWorkingDay(date))).toEqual([])
    }
  })

  it('computes the lunar and solar days as the notices of past years had them off', () => {
    for (let year = 2008; year <= 2026; year += 1) {
      for (const date of statutoryHolidays(year)) {
        // 除夕 was not among the days off of 2014 and 2024, and the second day of May only from 2025 on.
        if (year >= 2025 || !/-(01|02|05)-/.test(date)) expect([date, plain.isWorkingDay(date)]).toEqual([date, false])
      }
    }
  })
})

describe('a notice typed in', () => {
  const notice2027: CalendarYear = {
    year: 2027,
    notice: '国办发明电〔2026〕0号',
    holidays: ['2026-12-31', '2027-01-01', '2027-02-05', '2027-02-08'],
    adjustedWorkdays: ['2027-01-03', '2027-02-13'],
  }
  const typed = createCalendar([notice2027])

  it('decides its year alone', () => {
    expect(typed.isWorkingDay('2027-01-01')).toBe(false)
    expect(typed.isWorkingDay('2027-01-03')).toBe(true)
    expect(typed.isWorkingDay('2027-02-09')).toBe(true)
    expect(typed.isWorkingDay('2027-04-05')).toBe(true)
  })

  it('ends the provisional state of its year and of the December before', () => {
    expect(typed.isProvisional('2027-06-01')).toBe(false)
    expect(typed.isProvisional('2026-12-31')).toBe(false)
    expect(typed.isProvisional('2027-12-31')).toBe(true)
    expect(typed.isProvisional('2028-01-03')).toBe(true)
  })

  it('may begin New Year in the December before', () => {
    expect(plain.isWorkingDay('2026-12-31')).toBe(true)
    expect(typed.isWorkingDay('2026-12-31')).toBe(false)
  })

  it('wins over the package', () => {
    const other = createCalendar([{ year: 2026, notice: '更正', holidays: ['2026-07-01'], adjustedWorkdays: [] }])
    expect(other.isWorkingDay('2026-07-01')).toBe(false)
    expect(other.isWorkingDay('2026-10-02')).toBe(true)
  })

  it('is refused when a day is of another year, does not exist, or is named twice', () => {
    const withHoliday =
      (...holidays: CivilDate[]) =>
      () =>
        createCalendar([{ ...notice2027, holidays }])
    expect(withHoliday('2026-10-01')).toThrow(RangeError)
    expect(withHoliday('2028-01-01')).toThrow(RangeError)
    expect(withHoliday('2027-02-30')).toThrow(RangeError)
    expect(withHoliday('2027-01-01', '2027-01-01')).toThrow(RangeError)
    expect(withHoliday('2027-01-03')).toThrow(/twice/)
    expect(() => createCalendar([], ['2027-02-30'])).toThrow(RangeError)
  })
})

describe('days off of the region', () => {
  it('are free on top of the national calendar', () => {
    const guangxi = createCalendar([], ['2026-04-20', '2026-04-21'])
    expect(plain.isWorkingDay('2026-04-20')).toBe(true)
    expect(guangxi.isWorkingDay('2026-04-20')).toBe(false)
    fc.assert(
      fc.property(
        aDayOf(2004, 2035),
        (date) =>
          guangxi.isWorkingDay(date) === (plain.isWorkingDay(date) && date !== '2026-04-20' && date !== '2026-04-21'),
      ),
    )
  })
})
