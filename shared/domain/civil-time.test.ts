import fc from 'fast-check'
import {
  addDays,
  civilDateOf,
  daysBetween,
  endOfCivilDay,
  formatDate,
  formatDateTime,
  formatShortDate,
  formatTime,
  isCivilDate,
  startOfCivilDay,
  weekday,
} from './civil-time'

const anInstant = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) })
const aDate = anInstant.map(civilDateOf)
const at = (text: string) => Date.parse(`${text}+08:00`)

describe('days in Shanghai', () => {
  it('begins the day at 16:00 UTC of the day before', () => {
    expect(startOfCivilDay('2026-05-10')).toBe(Date.UTC(2026, 4, 9, 16))
    expect(civilDateOf(Date.UTC(2026, 4, 9, 16))).toBe('2026-05-10')
    expect(civilDateOf(Date.UTC(2026, 4, 9, 16) - 1)).toBe('2026-05-09')
  })

  it('ends a day one millisecond before the next begins', () => {
    fc.assert(fc.property(aDate, (date) => endOfCivilDay(date) + 1 === startOfCivilDay(addDays(date, 1))))
  })

  it('puts every instant between the beginning and the end of its day', () => {
    fc.assert(
      fc.property(anInstant, (instant) => {
        const date = civilDateOf(instant)
        return startOfCivilDay(date) <= instant && instant <= endOfCivilDay(date)
      }),
    )
  })

  it('agrees with the calendar of the runtime on every day', () => {
    const runtime = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
    fc.assert(fc.property(anInstant, (instant) => runtime.format(instant) === civilDateOf(instant)))
  })

  it('counts back what it added', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -4000, max: 4000 }), (date, count) => {
        const moved = addDays(date, count)
        expect(daysBetween(date, moved)).toBe(count)
        expect(addDays(moved, -count)).toBe(date)
      }),
    )
  })

  it('orders days as it orders their texts', () => {
    fc.assert(fc.property(aDate, aDate, (one, other) => one < other === daysBetween(one, other) > 0))
  })

  it('moves one weekday on each day, Sunday being 7', () => {
    expect(weekday('2026-05-10')).toBe(7)
    fc.assert(fc.property(aDate, (date) => weekday(addDays(date, 1)) === (weekday(date) % 7) + 1))
  })
})

describe('what is a day of the calendar', () => {
  it.each(['2026-05-10', '2024-02-29', '2000-02-29', '9999-12-31'])('accepts %s', (text) => {
    expect(isCivilDate(text)).toBe(true)
  })

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260510',
    '2026/05/10',
    '2026-05-10 ',
    '2026-05-10T00:00',
    '',
    '２０２６-05-10',
  ])('refuses %j', (text) => {
    expect(isCivilDate(text)).toBe(false)
  })

  it('accepts every day it makes itself', () => {
    fc.assert(fc.property(aDate, isCivilDate))
  })

  it('throws rather than count from something that is no day', () => {
    for (const text of ['2026-02-30', '', 'tomorrow']) {
      expect(() => addDays(text, 1)).toThrow(RangeError)
      expect(() => startOfCivilDay(text)).toThrow(RangeError)
      expect(() => weekday(text)).toThrow(RangeError)
      expect(() => formatDate(text)).toThrow(RangeError)
    }
    expect(() => civilDateOf(Number.NaN)).toThrow(RangeError)
    expect(() => formatDateTime(Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })
})

describe('days and times in words', () => {
  it('writes dates without leading zeros and times with them', () => {
    expect(formatDateTime(at('2026-05-10T09:00:00'))).toBe('2026年5月10日 09:00')
    expect(formatDate('2026-05-10')).toBe('2026年5月10日')
    expect(formatDate(at('2026-12-31T23:59:59'))).toBe('2026年12月31日')
    expect(formatTime(at('2026-05-10T00:05:00'))).toBe('00:05')
  })

  it('names the weekday of a near day', () => {
    expect(formatShortDate('2026-05-10')).toBe('5月10日（周日）')
    expect(formatShortDate(at('2026-05-11T08:00:00'))).toBe('5月11日（周一）')
  })
})
