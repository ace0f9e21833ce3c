import * as fc from 'fast-check'
import { applicationTransitions, type ApplicationClock, type ApplicationTransition } from './application-workflow'
import { clockName, daysUsed, endOfTime, factsAfter, type CaseFacts, type CaseStep } from './case-facts'
import { addDays, startOfCivilDay, weekday, type CivilDate } from './civil-time'
import { resumeDeadline, startDeadline, type Deadline } from './deadline'
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from './working-days'

/** Monday to Friday, without holidays. */
const calendar: WorkingCalendar = { isWorkingDay: (date) => weekday(date) < 6, isProvisional: () => false }
/** A Monday. */
const monday = '2026-05-11'
const noon = (date: CivilDate) => startOfCivilDay(date) + 12 * 3_600_000
const limit = (from: CivilDate, workingDays: number): Deadline =>
  startDeadline(calendar, { from, workingDays, basis: '' })
const rowOf = (action: string, from: string): ApplicationTransition =>
  applicationTransitions.find((row) => row.action === action && row.from === from)!
const item = {
  window: 'D区 食品药品窗口',
  committed: { value: 5, unit: 'wd' },
  statutory: { value: 20, unit: 'wd' },
} as const

type Clocks = Partial<Record<ApplicationClock, Deadline>>
/** A step of one case, as `move` reports it. */
function step(row: ApplicationTransition, on: CivilDate, clocksBefore: Clocks, clocks: Clocks): CaseStep {
  return {
    application: {
      receiptNumber: 'GL202605110001',
      department: '市市场监督管理局',
      itemCode: 'food-operation-licence',
      itemName: '食品经营许可（新办）',
      channel: 'pre-review',
      state: row.to,
      submittedAt: noon(monday),
      clocks,
    },
    clocksBefore,
    item,
    row,
    now: noon(on),
  }
}
const running = (from: CivilDate): Clocks => ({ committed: limit(from, 5), statutory: limit(from, 20) })
const begun = () =>
  factsAfter(
    undefined,
    step(rowOf('submit', 'draft'), monday, {}, { promise: limit(monday, 1), notice: limit(monday, 5) }),
    calendar,
  )
const acceptedOn = (day: CivilDate, before: CaseFacts = begun()) =>
  factsAfter(before, step(rowOf('accept', 'passed'), day, { visit: limit(monday, 30) }, running(day)), calendar)
const decidedOn = (day: CivilDate, before: CaseFacts, clocks: Clocks) =>
  factsAfter(before, step(rowOf('approve', 'accepted'), day, clocks, { delivery: limit(day, 10) }), calendar)

describe('the facts of a case', () => {
  it('begin with the day it came in and the centre’s first clock', () => {
    expect(begun()).toMatchObject({
      submittedOn: monday,
      acceptedOn: '',
      decidedOn: '',
      closedOn: '',
      outcome: '',
      running: true,
      clock: 'promise',
      dueOn: '2026-05-12',
      committedMinutes: 5 * 480,
      statutoryMinutes: 20 * 480,
      usedMinutes: 0,
    })
  })

  it('count a decision on the last day as on time, and the day after as late but lawful', () => {
    const accepted = acceptedOn(monday)
    const last = decidedOn('2026-05-18', accepted, running(monday))
    expect(last).toMatchObject({
      acceptedOn: monday,
      decidedOn: '2026-05-18',
      outcome: 'approved',
      onTime: true,
      lawful: true,
      usedMinutes: 5 * 480,
    })
    const late = decidedOn('2026-05-19', accepted, running(monday))
    expect(late).toMatchObject({ onTime: false, lawful: true, usedMinutes: 6 * 480 })
    const unlawful = decidedOn('2026-06-09', accepted, running(monday))
    expect(unlawful).toMatchObject({ onTime: false, lawful: false, usedMinutes: 21 * 480 })
  })

  it('count no day on which the clocks stood still', () => {
    const [stoppedOn, resumedOn] = ['2026-05-13', '2026-06-03']
    const later = (deadline: Deadline) => resumeDeadline(calendar, deadline, { stoppedOn, resumedOn })
    const resumed: Clocks = { committed: later(limit(monday, 5)), statutory: later(limit(monday, 20)) }
    const suspended = factsAfter(
      acceptedOn(monday),
      step(rowOf('suspend', 'accepted'), stoppedOn, running(monday), {}),
      calendar,
    )
    expect(suspended).toMatchObject({ running: false, clock: '', dueOn: endOfTime, acceptedOn: monday })
    const again = factsAfter(suspended, step(rowOf('resume', 'suspended'), resumedOn, {}, resumed), calendar)
    expect(again).toMatchObject({ acceptedOn: monday, running: true, clock: 'committed' })
    // Two days before it was stopped, one after.
    expect(decidedOn(addDays(resumedOn, 1), again, resumed)).toMatchObject({ usedMinutes: 3 * 480, onTime: true })
  })

  it('keep the decision through delivery and the end', () => {
    const decided = decidedOn('2026-05-14', acceptedOn(monday), running(monday))
    const delivered = factsAfter(
      decided,
      step(
        rowOf('deliver', 'approved'),
        '2026-05-20',
        { delivery: limit('2026-05-14', 10) },
        { receipt: limit('2026-05-20', 5) },
      ),
      calendar,
    )
    expect(delivered).toMatchObject({ outcome: 'approved', decidedOn: '2026-05-14', running: false, closedOn: '' })
    const closed = factsAfter(
      delivered,
      step(rowOf('confirm', 'delivered'), '2026-05-21', { receipt: limit('2026-05-20', 5) }, {}),
      calendar,
    )
    expect(closed).toMatchObject({
      outcome: 'approved',
      onTime: true,
      usedMinutes: 3 * 480,
      closedOn: '2026-05-21',
      state: 'closed',
    })
  })

  it('end without a decision when the applicant withdraws', () => {
    const withdrawn = factsAfter(
      acceptedOn(monday),
      step(rowOf('withdraw', 'accepted'), '2026-05-13', running(monday), {}),
      calendar,
    )
    expect(withdrawn).toMatchObject({ decidedOn: '', outcome: '', closedOn: '2026-05-13', running: false })
  })

  it('count neither the applicant’s clocks nor those that have stopped as running', () => {
    const corrected = factsAfter(
      begun(),
      step(
        rowOf('request-correction', 'reviewing'),
        monday,
        { promise: limit(monday, 1) },
        { resubmission: limit(monday, 15) },
      ),
      calendar,
    )
    expect(corrected).toMatchObject({ running: false, amberOn: endOfTime, dueOn: endOfTime })
  })

  it('date an acceptance by law on the day it happened, though its limit counts from earlier', () => {
    const late = factsAfter(
      begun(),
      step(rowOf('deem-accepted', 'submitted'), '2026-05-19', { notice: limit(monday, 5) }, running(monday)),
      calendar,
    )
    expect(late.acceptedOn).toBe('2026-05-19')
    expect(decidedOn('2026-05-20', late, running(monday)).usedMinutes).toBe(7 * 480)
  })

  it('are found for a case that nobody noted before', () => {
    expect(decidedOn('2026-05-14', undefined as unknown as CaseFacts, running(monday))).toMatchObject({
      submittedOn: monday,
      acceptedOn: monday,
      decidedOn: '2026-05-14',
      usedMinutes: 3 * 480,
    })
  })

  it('name the clock that is due first', () => {
    expect([clockName('statutory'), clockName('')]).toEqual(['法定时限', ''])
  })
})

describe('the days used of a limit', () => {
  const day = fc.integer({ min: 0, max: 600 }).map((count) => addDays('2026-01-05', count))
  it('are those counted one by one, before and after it is over', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 100 }), (from, length, later) => {
        const today = addDays(from, later)
        expect(daysUsed(calendar, limit(from, length), today)).toBe(workingDaysBetween(calendar, from, today))
      }),
    )
  })

  it('leave a pause out, wherever it lies', () => {
    const count = fc.integer({ min: 0, max: 15 })
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 16, max: 40 }),
        count,
        fc.integer({ min: 0, max: 60 }),
        count,
        (from, length, before, pause, after) => {
          const stoppedOn = addWorkingDays(calendar, from, before).date
          const resumedOn = addDays(stoppedOn, pause)
          const resumed = resumeDeadline(calendar, limit(from, length), { stoppedOn, resumedOn })
          const today = addWorkingDays(calendar, resumedOn, after).date
          expect(daysUsed(calendar, resumed, today)).toBe(before + after)
        },
      ),
    )
  })
})
