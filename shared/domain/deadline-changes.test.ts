import fc from 'fast-check'
import { createCalendar } from './calendar'
import { addDays, civilDateOf } from './civil-time'
import { extendDeadline, resumeDeadline, startDeadline } from './deadline'
import { workingDaysBefore, workingDaysBetween, type WorkingCalendar } from './working-days'

const calendar = createCalendar([])
const basis = '行政许可法 art. 42'
const started = (from: string, workingDays: number) => startDeadline(calendar, { from, workingDays, basis })
const extension = { workingDays: 10, basis: '延期' }
const aDate = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2026, 9, 1) }).map(civilDateOf)
const aLimit = fc.integer({ min: 1, max: 60 })
const aGap = fc.integer({ min: 0, max: 40 })

/** Counts day by day over the whole life, as somebody with a calendar on the wall would. */
function dueByCounting(from: string, days: number, isStopped: (date: string) => boolean, on: WorkingCalendar): string {
  let date = from
  for (let counted = 0; counted < days;) {
    date = addDays(date, 1)
    if (on.isWorkingDay(date) && !isStopped(date)) counted += 1
  }
  return date
}

describe('limits worked out by hand', () => {
  // 2026: off 15–23 February, worked on Saturdays 14 and 28 February; off 1–3 January, worked on Sunday 4 January.
  it.each([
    ['accepted the Friday before the Spring Festival week', '2026-02-13', 5, '2026-02-27'],
    ['accepted on the adjusted Saturday', '2026-02-14', 5, '2026-02-28'],
    ['accepted in the holiday', '2026-02-18', 1, '2026-02-24'],
    ['twenty days across it, two adjusted Saturdays among them', '2026-02-02', 20, '2026-03-06'],
    ['from the last day of the year, with an adjusted Sunday', '2025-12-31', 1, '2026-01-04'],
    ['across the year', '2025-12-29', 5, '2026-01-06'],
    ['across the National Day week', '2026-09-28', 5, '2026-10-10'],
  ])('%s', (_case, from, days, due) => {
    expect(started(from, days).dueOn).toBe(due)
  })

  it('stands still through a test of the equipment over the Spring Festival', () => {
    // 20 wd from Monday 2 February: five counted by Monday 9 (3,4,5,6,9), stopped to 3 March: fifteen left from 4 March.
    const resumed = resumeDeadline(calendar, started('2026-02-02', 20), {
      stoppedOn: '2026-02-09',
      resumedOn: '2026-03-03',
    })
    expect(resumed.dueOn).toBe('2026-03-24')
    expect(resumed.amberOn).toBe('2026-03-18')
  })

  it('gets ten days more by an extension and is amber at 80 % of the whole', () => {
    const extended = extendDeadline(calendar, started('2026-03-02', 20), extension)
    expect(extended).toMatchObject({ dueOn: '2026-04-14', workingDays: 30, amberOn: '2026-04-03' })
  })
})

describe('a limit that is stopped and resumed', () => {
  it('ends on the day that counting day by day gives, over any number of pauses', () => {
    fc.assert(
      fc.property(aDate, aLimit, fc.array(fc.tuple(aGap, aGap), { maxLength: 3 }), (from, days, gaps) => {
        let deadline = started(from, days)
        let today = from
        const stops: [string, string][] = []
        for (const [before, length] of gaps) {
          const stoppedOn = addDays(today, before)
          const resumedOn = addDays(stoppedOn, length)
          stops.push([stoppedOn, resumedOn])
          deadline = resumeDeadline(calendar, deadline, { stoppedOn, resumedOn })
          today = resumedOn
        }
        const isStopped = (date: string) => stops.some(([stop, resume]) => date > stop && date <= resume)
        expect(deadline.dueOn).toBe(dueByCounting(from, days, isStopped, calendar))
      }),
    )
  })

  it('stays overdue when it was overdue, and amber when it was amber', () => {
    fc.assert(
      fc.property(aDate, aLimit, aGap, aGap, (from, days, after, length) => {
        const deadline = started(from, days)
        const stoppedOn = addDays(deadline.amberOn, after)
        const resumed = resumeDeadline(calendar, deadline, { stoppedOn, resumedOn: addDays(stoppedOn, length) })
        expect(resumed.amberOn).toBe(deadline.amberOn)
        if (stoppedOn >= deadline.dueOn) expect(resumed).toEqual(deadline)
      }),
    )
  })

  it('changes nothing when it is resumed on the same day', () => {
    fc.assert(
      fc.property(aDate, aLimit, aGap, (from, days, after) => {
        const deadline = started(from, days)
        const stoppedOn = addDays(from, after)
        const { dueOn } = resumeDeadline(calendar, deadline, { stoppedOn, resumedOn: stoppedOn })
        expect(dueOn).toBe(deadline.dueOn)
      }),
    )
  })

  it('cannot be resumed before it was stopped', () => {
    expect(() =>
      resumeDeadline(calendar, started('2026-03-02', 5), { stoppedOn: '2026-03-04', resumedOn: '2026-03-03' }),
    ).toThrow(RangeError)
  })
})

describe('an extended limit', () => {
  it('is the same as one that was that long from the beginning', () => {
    fc.assert(
      fc.property(aDate, aLimit, (from, days) => {
        const extended = extendDeadline(calendar, started(from, days), extension)
        const whole = started(from, days + extension.workingDays)
        expect([extended.dueOn, extended.amberOn]).toEqual([whole.dueOn, whole.amberOn])
      }),
    )
  })
})

describe('counting working days backwards', () => {
  it('leaves exactly so many working days', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 0, max: 40 }), (to, count) => {
        const from = workingDaysBefore(calendar, to, count)
        expect(workingDaysBetween(calendar, from, to)).toBe(count)
        if (count > 0) expect(calendar.isWorkingDay(from)).toBe(true)
      }),
    )
  })
})
