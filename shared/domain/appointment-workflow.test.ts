import {
  appointmentActions,
  appointmentStates,
  appointmentTransitions,
  decideAppointment,
  isLive,
  openAppointmentActions,
  type AppointmentAction,
  type AppointmentActor,
  type AppointmentState,
} from './appointment-workflow'

const now = 1_000
const open = { changeUntil: now, missedFrom: now + 1, isToday: true }
const states = [...(Object.keys(appointmentStates) as AppointmentState[]), 'none' as const]
const actions = Object.keys(appointmentActions) as AppointmentAction[]
const actors: readonly AppointmentActor[] = ['applicant', 'window', 'timer']

describe('the table of appointments', () => {
  it('answers every state, action and actor as its rows say and no other way', () => {
    for (const state of states) {
      for (const action of actions) {
        for (const actor of actors) {
          const rows = appointmentTransitions.filter((row) => row.from === state && row.action === action)
          const row = rows.find(({ by }) => by.includes(actor))
          const expected = rows.length === 0 ? 'WRONG_STATE' : row === undefined ? 'NOT_ALLOWED' : row
          const times = row?.guard === 'after-grace' ? { ...open, missedFrom: now } : open
          expect([state, action, actor, decideAppointment(state, action, actor, times, now)]).toEqual([
            state,
            action,
            actor,
            expected,
          ])
        }
      }
    }
  })

  it('has no way out of a final state, and a way into every state', () => {
    for (const state of Object.keys(appointmentStates) as AppointmentState[]) {
      if (!isLive(state)) expect(appointmentTransitions.filter(({ from }) => from === state)).toEqual([])
      expect(appointmentTransitions.some(({ to }) => to === state)).toBe(true)
    }
  })

  it('lets the applicant change and cancel until two hours before, to the millisecond', () => {
    for (const action of ['change', 'cancel'] as const) {
      expect(typeof decideAppointment('booked', action, 'applicant', open, now)).toBe('object')
      expect(decideAppointment('booked', action, 'applicant', open, now + 1)).toBe('TOO_LATE')
    }
  })

  it('lets the centre cancel at any time before check-in', () => {
    expect(typeof decideAppointment('booked', 'cancel', 'window', open, now + 1e9)).toBe('object')
  })

  it('checks people in on their day only', () => {
    expect(decideAppointment('booked', 'check-in', 'window', { ...open, isToday: false }, now)).toBe('NOT_TODAY')
  })

  it('serves on their day who came without checking in, and nobody whose day is another', () => {
    expect(decideAppointment('booked', 'serve', 'window', open, now)).toMatchObject({ to: 'served', seat: 'keep' })
    expect(decideAppointment('booked', 'serve', 'window', { ...open, isToday: false }, now)).toBe('NOT_TODAY')
    expect(decideAppointment('booked', 'serve', 'applicant', open, now)).toBe('NOT_ALLOWED')
  })

  it('counts nobody as missed before the grace is over', () => {
    expect(decideAppointment('booked', 'miss', 'timer', open, now)).toBe('WRONG_STATE')
    expect(typeof decideAppointment('booked', 'miss', 'timer', open, now + 1)).toBe('object')
  })

  it('gives a seat back exactly when a booked place becomes free', () => {
    const givesBack = appointmentTransitions.filter(({ seat }) => seat === 'give-back').map(({ to }) => to)
    expect(new Set(givesBack)).toEqual(new Set(['cancelled']))
  })

  it('offers the buttons that the server would accept', () => {
    expect(openAppointmentActions('booked', 'applicant', open, now)).toEqual(['change', 'cancel'])
    expect(openAppointmentActions('booked', 'applicant', open, now + 1)).toEqual([])
    expect(openAppointmentActions('called', 'window', open, now)).toEqual(['call-again', 'pass-over', 'serve'])
  })
})
