import fc from 'fast-check'
import { createCalendar } from './calendar'
import { addDays, civilDateOf } from './civil-time'
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from './working-days'

const calendar = createCalendar([])
const aDate = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 11, 31) }).map(civilDateOf)
const aCount = fc.integer({ min: 0, max: 120 })

/** Worked out by hand on the notice of 2026 and, for 2027, on the statutory days. */
describe('the day a number of working days ends', () => {
  it.each([
    // Spring Festival 15–23 February; Saturdays 14 and 28 are worked.
    ['2026-02-11', 1, '2026-02-12', 'an ordinary Wednesday'],
    ['2026-02-13', 1, '2026-02-14', 'the Saturday worked before Spring Festival'],
    ['2026-02-13', 2, '2026-02-24', 'over Spring Festival'],
    ['2026-02-12', 5, '2026-02-26', 'a week that takes two'],
    ['2026-02-18', 1, '2026-02-24', 'begun on a holiday'],
    ['2026-02-24', 5, '2026-03-02', 'the Saturday worked after Spring Festival, 28 February'],
    ['2026-02-09', 20, '2026-03-13', 'the statutory 20 days over Spring Festival'],
    // National Day 1–7 October; Sunday 20 September and Saturday 10 October are worked, 25–27 September is 中秋.
    ['2026-09-18', 1, '2026-09-20', 'the Sunday worked before National Day'],
    ['2026-09-24', 1, '2026-09-28', 'over 中秋'],
    ['2026-09-30', 1, '2026-10-08', 'over National Day'],
    ['2026-09-30', 3, '2026-10-10', 'the Saturday worked after National Day'],
    ['2026-09-30', 4, '2026-10-12', 'and the Sunday after it is free'],
    ['2026-09-16', 10, '2026-09-30', 'over 中秋 to the eve of National Day'],
    ['2026-09-16', 11, '2026-10-08', 'over 中秋 and National Day'],
    // The end of the year.
    ['2026-12-04', 17, '2026-12-29', 'within the year'],
    ['2026-12-04', 20, '2027-01-04', 'over New Year: 1 January is free, 2 and 3 are a weekend'],
    ['2026-12-31', 1, '2027-01-04', 'from the last day of the year'],
    ['2027-02-04', 1, '2027-02-11', 'over Spring Festival 2027, its weekend days made up for on 9 and 10'],
  ])('%s and %i more is %s: %s', (from, count, expected) => {
    expect(addWorkingDays(calendar, from, count).date).toBe(expected)
    expect(workingDaysBetween(calendar, from, expected)).toBe(count)
  })

  it('is the day itself for no days at all, even on a holiday', () => {
    expect(addWorkingDays(calendar, '2026-10-01', 0)).toEqual({ date: '2026-10-01', provisional: false })
  })

  it('is provisional as soon as one day it rests on has no notice', () => {
    expect(addWorkingDays(calendar, '2026-12-04', 16).provisional).toBe(false)
    expect(addWorkingDays(calendar, '2026-12-04', 20).provisional).toBe(true)
    const gap: WorkingCalendar = { isWorkingDay: () => true, isProvisional: (date) => date === '2026-03-04' }
    expect(addWorkingDays(gap, '2026-03-01', 2).provisional).toBe(false)
    expect(addWorkingDays(gap, '2026-03-01', 5).provisional).toBe(true)
  })

  it('refuses what is no number of days', () => {
    for (const count of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addWorkingDays(calendar, '2026-05-11', count)).toThrow(RangeError)
    }
  })

  it('ends with an error, not never, on a calendar without working days', () => {
    const none: WorkingCalendar = { isWorkingDay: () => false, isProvisional: () => false }
    expect(() => addWorkingDays(none, '2026-05-11', 1)).toThrow(RangeError)
  })

  it('reaches limits of years', () => {
    expect(workingDaysBetween(calendar, '2026-01-01', addWorkingDays(calendar, '2026-01-01', 2000).date)).toBe(2000)
  })
})

describe('counting and adding', () => {
  it("are each other's inverse", () => {
    fc.assert(
      fc.property(
        aDate,
        aCount,
        (from, count) => workingDaysBetween(calendar, from, addWorkingDays(calendar, from, count).date) === count,
      ),
    )
  })

  it('end on a working day, and on the first that completes the count', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { date } = addWorkingDays(calendar, from, count)
        return calendar.isWorkingDay(date) && workingDaysBetween(calendar, from, addDays(date, -1)) === count - 1
      }),
    )
  })

  it('may be done in two parts', () => {
    fc.assert(
      fc.property(aDate, aCount, aCount, (from, one, other) => {
        const half = addWorkingDays(calendar, from, one).date
        return addWorkingDays(calendar, half, other).date === addWorkingDays(calendar, from, one + other).date
      }),
    )
  })

  it('find no working days when the end is not later', () => {
    fc.assert(
      fc.property(aDate, aCount, (date, back) => workingDaysBetween(calendar, date, addDays(date, -back)) === 0),
    )
  })
})
