import fc from 'fast-check'
import { readSchedule } from './schedule'

const next = (expression: string, after: string) => {
  const instant = readSchedule(expression).next(Date.parse(after))
  return instant === undefined ? undefined : new Date(instant).toISOString()
}

describe('a schedule of seven fields', () => {
  it.each([
    ['every five minutes', '0 */5 * * * * *', '2026-05-10T01:02:03Z', '2026-05-10T01:05:00.000Z'],
    ['nine in the morning in Shanghai', '0 0 9 * * * *', '2026-05-10T01:00:00Z', '2026-05-11T01:00:00.000Z'],
    ['the second before', '0 0 9 * * * *', '2026-05-10T00:59:59Z', '2026-05-10T01:00:00.000Z'],
    ['a list', '0 0 9,17 * * * *', '2026-05-10T01:00:00Z', '2026-05-10T09:00:00.000Z'],
    ['a range', '0 0 9 * * MON-FRI *', '2026-05-08T02:00:00Z', '2026-05-11T01:00:00.000Z'],
    ['Sunday as 0', '0 0 0 * * 0 *', '2026-05-09T12:00:00Z', '2026-05-09T16:00:00.000Z'],
    ['a month by its name', '0 0 0 1 JAN * *', '2026-05-10T00:00:00Z', '2026-12-31T16:00:00.000Z'],
    ['steps from a start', '0 1/10 * * * * *', '2026-05-10T00:51:00Z', '2026-05-10T01:01:00.000Z'],
    ['the last day of February in a leap year', '0 0 12 29 2 * *', '2026-05-10T00:00:00Z', '2028-02-29T04:00:00.000Z'],
    ['a day or a weekday: either suffices', '0 0 12 15 * MON *', '2026-05-12T00:00:00Z', '2026-05-15T04:00:00.000Z'],
    ['a year', '0 0 0 1 1 * 2030', '2026-05-10T00:00:00Z', '2029-12-31T16:00:00.000Z'],
  ])('knows %s', (_what, expression, after, expected) => expect(next(expression, after)).toBe(expected))

  it('never comes when its year is over', () => {
    expect(next('0 0 0 1 1 * 2020', '2026-05-10T00:00:00Z')).toBeUndefined()
  })

  it.each([
    ['six fields', '*/5 * * * * *'],
    ['five fields', '*/5 * * * *'],
    ['no field', ''],
    ['a minute that is none', '0 60 * * * * *'],
    ['a weekday that is none', '0 0 0 * * 7 *'],
    ['a word', '0 0 0 * * someday *'],
    ['signs of other dialects', '0 0 0 L * ? *'],
    ['a step of nothing', '0 */0 * * * * *'],
  ])('refuses %s', (_what, expression) => expect(() => readSchedule(expression)).toThrow('is no schedule'))

  it('is the first instant after the given one whose time in Shanghai fits', () => {
    const list = (least: number, most: number) =>
      fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 4 })
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2036, 0, 1) })
    fc.assert(
      fc.property(list(0, 59), list(0, 23), list(0, 6), instant, (minutes, hours, weekdays, after) => {
        const found = readSchedule(`0 ${minutes.join()} ${hours.join()} * * ${weekdays.join()} *`).next(after)
        // Shanghai has had no summer time since 1991.
        const fits = (time: number) => {
          const there = new Date(time + 8 * 3_600_000)
          return (
            minutes.includes(there.getUTCMinutes()) &&
            hours.includes(there.getUTCHours()) &&
            weekdays.includes(there.getUTCDay())
          )
        }
        let expected = (Math.floor(after / 60_000) + 1) * 60_000
        while (!fits(expected)) expected += 60_000
        expect(found).toBe(expected)
      }),
    )
  })
})
