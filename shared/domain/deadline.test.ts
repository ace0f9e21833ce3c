import fc from 'fast-check'
import { createCalendar } from './calendar'
import { addDays, civilDateOf } from './civil-time'
import { daysLeft, deadlineColour, startDeadline, startItemDeadline } from './deadline'
import type { TimeLimit } from './item'
import { workingDaysBetween } from './working-days'

const calendar = createCalendar([])
const basis = '行政许可法 art. 42'
const started = (from: string, workingDays: number) => startDeadline(calendar, { from, workingDays, basis })
const aDate = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2028, 11, 31) }).map(civilDateOf)
const aLimit = fc.integer({ min: 0, max: 60 })

describe('a limit in working days', () => {
  it('is due on its last working day and amber from the one that uses 80 % of it', () => {
    expect(started('2026-03-02', 5)).toEqual({
      startedOn: '2026-03-02',
      dueOn: '2026-03-09',
      amberOn: '2026-03-06',
      workingDays: 5,
      provisional: false,
      basis,
    })
  })

  it('of one day is amber on the day it is due', () => {
    expect(started('2026-09-30', 1)).toMatchObject({ amberOn: '2026-10-08', dueOn: '2026-10-08' })
  })

  it('is provisional when it runs into a year without its notice', () => {
    expect(started('2026-12-04', 20)).toMatchObject({ dueOn: '2027-01-04', provisional: true })
  })

  it('is green, amber and red in this order and never goes back', () => {
    const rank = { green: 0, amber: 1, red: 2 }
    fc.assert(
      fc.property(aDate, aLimit, fc.integer({ min: 0, max: 120 }), (from, workingDays, after) => {
        const deadline = started(from, workingDays)
        const today = addDays(from, after)
        return rank[deadlineColour(deadline, today)] <= rank[deadlineColour(deadline, addDays(today, 1))]
      }),
    )
  })

  it('is red only from the day after it was due', () => {
    fc.assert(
      fc.property(aDate, aLimit, (from, workingDays) => {
        const deadline = started(from, workingDays)
        expect(deadlineColour(deadline, deadline.dueOn)).toBe('amber')
        expect(deadlineColour(deadline, addDays(deadline.dueOn, 1))).toBe('red')
      }),
    )
  })

  it('has at least 80 % of its working days used once it is amber, and less on the day before', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 60 }), (from, workingDays) => {
        const { amberOn } = started(from, workingDays)
        expect(workingDaysBetween(calendar, from, amberOn) * 5).toBeGreaterThanOrEqual(workingDays * 4)
        expect(workingDaysBetween(calendar, from, addDays(amberOn, -1)) * 5).toBeLessThan(workingDays * 4)
      }),
    )
  })

  it('counts the calendar days left, 0 on the day it is due and negative after', () => {
    const deadline = started('2026-09-30', 1)
    expect(daysLeft(deadline, '2026-09-30')).toBe(8)
    expect(daysLeft(deadline, '2026-10-08')).toBe(0)
    expect(daysLeft(deadline, '2026-10-10')).toBe(-2)
  })
})

describe('the limit of an item, in its own unit', () => {
  const ofItem = (from: string, value: number, unit: TimeLimit['unit']) =>
    startItemDeadline(calendar, from, { value, unit }, basis)

  it('in working days is the same as any', () => {
    expect(ofItem('2026-03-02', 5, 'wd')).toEqual(started('2026-03-02', 5))
  })

  it('in calendar days that end on a day off ends on the next working day （民法典 art. 203）', () => {
    expect(ofItem('2026-09-21', 10, 'day')).toMatchObject({ dueOn: '2026-10-08', amberOn: '2026-09-29' })
    expect(ofItem('2026-03-02', 10, 'day')).toMatchObject({ dueOn: '2026-03-12', workingDays: 8 })
  })

  it('in minutes is due the same day', () => {
    expect(ofItem('2026-03-02', 30, 'minute')).toMatchObject({ dueOn: '2026-03-02', amberOn: '2026-03-02' })
  })

  it('is never amber after it is due', () => {
    const unit = fc.constantFrom<TimeLimit['unit']>('wd', 'day', 'minute')
    fc.assert(
      fc.property(aDate, aLimit, unit, (from, value, ofUnit) => {
        const { amberOn, dueOn, startedOn } = ofItem(from, value, ofUnit)
        return startedOn <= amberOn && amberOn <= dueOn
      }),
    )
  })
})
