import fc from 'fast-check'
import { sendAt } from './quiet-hours'

const at = (text: string) => Date.parse(`${text}+08:00`)
const anInstant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) })
const hourOf = (instant: number) => new Date(instant + 8 * 3_600_000).getUTCHours()
const ordinary = { aboutToday: false }

describe('when a message goes out', () => {
  it.each([
    ['2026-05-10T08:00:00.000', '2026-05-10T08:00:00.000', 'the quiet ends at eight sharp'],
    ['2026-05-10T21:59:59.999', '2026-05-10T21:59:59.999', 'and begins at ten'],
    ['2026-05-10T22:00:00.000', '2026-05-11T08:00:00.000', 'from then on it waits for the morning'],
    ['2026-05-11T00:00:00.000', '2026-05-11T08:00:00.000', 'after midnight for the same morning'],
    ['2026-05-11T07:59:59.999', '2026-05-11T08:00:00.000', 'to the last millisecond'],
    ['2026-12-31T23:30:00.000', '2027-01-01T08:00:00.000', 'over the end of the year'],
  ])('queued %s it goes at %s: %s', (now, expected) => {
    expect(sendAt(at(now), ordinary)).toBe(at(expected))
  })

  it("is at once for today's appointments, at any hour", () => {
    fc.assert(fc.property(anInstant, (now) => sendAt(now, { aboutToday: true }) === now))
  })

  it('is never between 22:00 and 8:00, never before now and never more than ten hours later', () => {
    fc.assert(
      fc.property(anInstant, (now) => {
        const instant = sendAt(now, ordinary)
        expect(hourOf(instant)).toBeGreaterThanOrEqual(8)
        expect(hourOf(instant)).toBeLessThan(22)
        expect(instant - now).toBeGreaterThanOrEqual(0)
        expect(instant - now).toBeLessThanOrEqual(10 * 3_600_000)
      }),
    )
  })

  it('does not move when asked again', () => {
    fc.assert(fc.property(anInstant, (now) => sendAt(sendAt(now, ordinary), ordinary) === sendAt(now, ordinary)))
  })
})
