import fc from 'fast-check'
import {
  ageOn,
  appointmentRules,
  blockedUntil,
  bookableDays,
  callingOrder,
  changeUntil,
  isBookable,
  missedFrom,
  queueNumber,
  reminderAt,
  slotEnd,
  slotStart,
  slotTimes,
} from './appointment-slots'
import { createCalendar } from './calendar'
import { addDays, civilDateOf, formatDateTime } from './civil-time'

const calendar = createCalendar([])
const hours = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '16:30' },
]
const at = (text: string) => new Date(`${text}+08:00`).getTime()

describe('half-hour slots', () => {
  it('are the twelve half hours of the office hours', () => {
    const times = slotTimes(hours)
    expect(times).toHaveLength(12)
    expect(times[0]).toEqual({ from: '09:00', to: '09:30' })
    expect(times[5]).toEqual({ from: '11:30', to: '12:00' })
    expect(times[6]).toEqual({ from: '13:30', to: '14:00' })
    expect(times.at(-1)).toEqual({ from: '16:00', to: '16:30' })
  })

  it('leave out a rest that is shorter than half an hour', () => {
    expect(slotTimes([{ from: '09:00', to: '09:50' }])).toEqual([{ from: '09:00', to: '09:30' }])
  })

  it('lie within the office hours and touch without overlapping, whatever the hours', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    const time = (value: number) =>
      `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minutes, minutes, (one, other) => {
        const [from, to] = [time(Math.min(one, other)), time(Math.max(one, other))]
        const times = slotTimes([{ from, to }])
        expect(times).toHaveLength(Math.floor(Math.abs(one - other) / appointmentRules.slotMinutes))
        times.forEach((slot, place) => expect(slot.from).toBe(place === 0 ? from : times[place - 1]?.to))
      }),
    )
  })
})

describe('the days that can be booked', () => {
  it('are today and the next five working days', () => {
    expect(bookableDays(calendar, at('2026-11-24T08:00'))).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
    ])
  })

  it('leave out the Spring Festival and count the adjusted Saturday', () => {
    expect(bookableDays(calendar, at('2026-02-12T08:00'))).toEqual([
      '2026-02-12',
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
    ])
  })

  it('leave out today on a day off', () => {
    expect(bookableDays(calendar, at('2026-11-28T08:00'))[0]).toBe('2026-11-30')
  })
})

describe('a slot', () => {
  it('can be booked until it begins, and not beyond the days ahead or outside the office hours', () => {
    const now = at('2026-11-24T09:00')
    const can = (date: string, from: string) => isBookable(calendar, hours, { date, from }, now)
    expect(can('2026-11-24', '09:30')).toBe(true)
    expect(can('2026-11-24', '09:00')).toBe(false)
    expect(can('2026-12-01', '16:00')).toBe(true)
    expect(can('2026-12-02', '09:00')).toBe(false)
    expect(can('2026-11-25', '12:00')).toBe(false)
    expect(can('2026-11-28', '09:00')).toBe(false)
  })

  it('may be changed until two hours before, and is missed half an hour after its end', () => {
    const slot = { date: '2026-11-25', from: '14:00' }
    expect(formatDateTime(slotStart(slot))).toBe('2026年11月25日 14:00')
    expect(formatDateTime(changeUntil(slot))).toBe('2026年11月25日 12:00')
    expect(formatDateTime(slotEnd(slot))).toBe('2026年11月25日 14:30')
    expect(formatDateTime(missedFrom(slot))).toBe('2026年11月25日 15:00')
  })

  it('is reminded of at five in the afternoon of the working day before, also across a holiday', () => {
    expect(formatDateTime(reminderAt(calendar, '2026-11-25'))).toBe('2026年11月24日 17:00')
    expect(formatDateTime(reminderAt(calendar, '2026-02-24'))).toBe('2026年2月14日 17:00')
  })
})

describe('missed appointments', () => {
  const born = '1990-05-01'
  it('block booking for 30 days after the second within 90 days', () => {
    expect(blockedUntil(['2026-10-01', '2026-11-20'], born, '2026-11-24')).toBe('2026-12-20')
    expect(blockedUntil(['2026-10-01', '2026-11-20'], born, '2026-12-20')).toBe('2026-12-20')
    expect(blockedUntil(['2026-10-01', '2026-11-20'], born, '2026-12-21')).toBeUndefined()
  })

  it('do not block after one, nor when the first is longer than 90 days ago', () => {
    expect(blockedUntil(['2026-11-20'], born, '2026-11-24')).toBeUndefined()
    expect(blockedUntil(['2026-08-01', '2026-11-20'], born, '2026-11-24')).toBeUndefined()
  })

  it('never block somebody of 60 or more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 20 }), (ago) => {
        const today = '2026-11-24'
        const missed = ago.map((days) => addDays(today, -days))
        expect(blockedUntil(missed, '1966-11-24', today)).toBeUndefined()
      }),
    )
    expect(blockedUntil(['2026-11-19', '2026-11-20'], '1966-11-25', '2026-11-24')).toBe('2026-12-20')
  })

  it('count whole years of age', () => {
    expect(ageOn('1966-11-24', '2026-11-24')).toBe(60)
    expect(ageOn('1966-11-25', '2026-11-24')).toBe(59)
    expect(ageOn('2000-02-29', '2026-02-28')).toBe(25)
  })
})

describe('the order of calling', () => {
  const minute = 60_000
  const nine = at('2026-11-24T09:00')
  it('takes people with an appointment at their time, before walk-ins who came later', () => {
    const waiting = [
      { id: 'walk-in-late', arrivedAt: nine + 20 * minute },
      { id: 'booked', arrivedAt: nine - 30 * minute, slotAt: nine },
      { id: 'walk-in-early', arrivedAt: nine - 10 * minute },
    ]
    expect(callingOrder(waiting).map(({ id }) => id)).toEqual(['walk-in-early', 'booked', 'walk-in-late'])
  })

  it('gives somebody who missed their half hour the place of their arrival', () => {
    const waiting = [
      { id: 'late', arrivedAt: nine + 45 * minute, slotAt: nine },
      { id: 'walk-in', arrivedAt: nine + 40 * minute },
    ]
    expect(callingOrder(waiting).map(({ id }) => id)).toEqual(['walk-in', 'late'])
  })

  it('is the same for any order they are listed in', () => {
    const person = fc.record({
      id: fc.uuid(),
      arrivedAt: fc.integer({ min: 0, max: 1e9 }),
      slotAt: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ id }) => id }), (people) => {
        const waiting = people.map(({ id, arrivedAt, slotAt }) =>
          slotAt === undefined ? { id, arrivedAt } : { id, arrivedAt, slotAt },
        )
        expect(callingOrder([...waiting].reverse())).toEqual(callingOrder(waiting))
      }),
    )
  })
})

it('writes a queue number with the area', () => {
  expect(queueNumber('D', 23)).toBe('D023')
  expect(civilDateOf(at('2026-11-24T00:00'))).toBe('2026-11-24')
})
