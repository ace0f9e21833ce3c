import * as contracts from '@shared/contracts/applications'
import * as windows from '@shared/contracts/applications-window'
import * as notifications from '@shared/contracts/notifications'
import { identityCheckCharacter } from '@shared/domain/identity-number'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { seatsPerSlot } from '../../config/centre/windows'
import { answers, applicant, look } from '../support/an-application'
import {
  appointmentsOf,
  book,
  checkIn,
  passed,
  passedAndBooked,
  seatsLeft,
  slotsOf,
  sweepAppointments,
} from '../support/an-appointment'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(60_000)

const reviewer = 'reviewer-li'
const capacity = seatsPerSlot.D
let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem())
  await program.addStaff(reviewer, '李审核', ['市市场监督管理局'])
})
beforeEach(() => program.setClock('2026-05-11T10:10:00+08:00'))
afterAll(() => program.stop())

const tryBooking = (owner: string, applicationId: string, date: string, from: string) =>
  call(main, windows.bookAppointment, owner, { applicationId, date, from })
const tryChanging = (owner: string, appointmentId: string, date: string, from: string) =>
  call(main, windows.changeAppointment, owner, { appointmentId, date, from })
const tryCancelling = (owner: string, appointmentId: string) =>
  call(main, windows.cancelAppointment, owner, { appointmentId })
/** Whoever is told that too many came at once tries again, as people do. */
async function untilAnswered(work: () => ReturnType<typeof tryBooking>) {
  let answer = await work()
  while (!answer.ok && answer.error.code === 'BUSY') answer = await work()
  return answer
}
const inboxOf = async (owner: string) =>
  good(await call(notificationsMain, notifications.listInbox, owner, {})).messages
const withdraw = async (owner: string, applicationId: string) => {
  const { version } = await look(owner, applicationId)
  return good(await call(main, contracts.withdrawApplication, owner, { applicationId, version }))
}

/** An identity number of somebody born on a day. */
function identityNumberOf(born: string): string {
  const first17 = `450302${born.replaceAll('-', '')}001`
  return first17 + identityCheckCharacter(first17)
}

/** A passed application of somebody born on a day. */
async function passedOf(owner: string, born: string) {
  const itemCode = 'tea-house-licence'
  const channel = 'pre-review'
  const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode, channel }))
  const saved = good(
    await call(main, contracts.saveDraft, owner, {
      ...{ itemCode, revision, channel, answers },
      applicant: { ...applicant, identityNumber: identityNumberOf(born) },
    }),
  )
  const submission = { itemCode, revision: saved.revision, declared: true, consented: true } as const
  const { applicationId } = good(await call(main, contracts.submitApplication, owner, submission))
  const { version } = good(await call(main, contracts.claimApplication, reviewer, { applicationId }))
  return good(await call(main, contracts.passApplication, reviewer, { applicationId, version }))
}

describe('the half hours offered', () => {
  it('are those to come today and those of the next five working days, in office hours', async () => {
    const owner = nobodyYet()
    const { id } = await passed(owner, reviewer)
    const { area, place, days, blockedUntil } = await slotsOf(owner, id)
    expect([area, place, blockedUntil]).toEqual(['D', '3楼商事登记服务区', undefined])
    expect(days.map(({ date }) => date)).toEqual([
      '2026-05-11',
      '2026-05-12',
      '2026-05-13',
      '2026-05-14',
      '2026-05-15',
      '2026-05-18',
    ])
    expect(days[0]?.slots.map(({ from }) => from)).toEqual([
      ...['10:30', '11:00', '11:30', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00'],
    ])
    expect(days[1]?.slots[0]).toEqual({ from: '09:00', to: '09:30', left: capacity })
    expect(days[1]?.slots).toHaveLength(12)
  })

  it('leave out holidays and take in days worked in exchange', async () => {
    program.setClock('2026-04-29T10:00:00+08:00')
    const owner = nobodyYet()
    const { id } = await passed(owner, reviewer)
    const { days } = await slotsOf(owner, id)
    expect(days.map(({ date }) => date)).toEqual([
      '2026-04-29',
      '2026-04-30',
      '2026-05-06',
      '2026-05-07',
      '2026-05-08',
      '2026-05-09',
    ])
    for (const holiday of ['2026-05-01', '2026-05-04', '2026-05-10']) {
      expect(refusalOf(await tryBooking(owner, id, holiday, '09:00'))).toBe('SLOT_NOT_OFFERED')
    }
    expect((await book(owner, id, '2026-05-09', '09:00')).state).toBe('booked')
  })

  it('end with the last day to come to the window', async () => {
    const owner = nobodyYet()
    const { id } = await passed(owner, reviewer)
    program.setClock('2026-06-22T10:00:00+08:00')
    const { days } = await slotsOf(owner, id)
    expect(days.map(({ date }) => date)).toEqual(['2026-06-22', '2026-06-23'])
    expect(refusalOf(await tryBooking(owner, id, '2026-06-24', '09:00'))).toBe('SLOT_NOT_OFFERED')
  })

  it('are told to nobody but the owner of a passed application', async () => {
    const owner = nobodyYet()
    const { id } = await passed(owner, reviewer)
    expect(refusalOf(await call(main, windows.listSlots, nobodyYet(), { applicationId: id }))).toBe('NOT_FOUND')
    await withdraw(owner, id)
    expect(refusalOf(await call(main, windows.listSlots, owner, { applicationId: id }))).toBe('WRONG_STATE')
  })
})

describe('a booking', () => {
  it('takes a seat, shows a visit code, stands in the timeline and is told', async () => {
    const owner = nobodyYet()
    const { application, appointment } = await passedAndBooked(owner, reviewer, '2026-05-12', '09:30')
    expect(appointment).toMatchObject({
      applicationId: application.id,
      receiptNumber: application.receiptNumber,
      ...{ area: 'D', date: '2026-05-12', from: '09:30', to: '10:00', state: 'booked' },
      actions: ['change', 'cancel'],
      changeUntil: new Date('2026-05-12T07:30:00+08:00').getTime(),
      place: '3楼商事登记服务区',
    })
    expect(appointment.visitCode?.typed).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(appointment.visitCode?.text).toContain(appointment.id)
    expect(await seatsLeft(owner, application.id, '2026-05-12', '09:30')).toBe(capacity - 1)
    expect((await look(owner, application.id)).timeline.at(-1)).toMatchObject({
      event: 'appointment-booked',
      label: '预约窗口',
      note: '2026年5月12日 09:30~10:00',
    })
    expect((await inboxOf(owner))[0]).toMatchObject({ title: '预约通知' })
    expect((await inboxOf(owner))[0]?.lines.map(({ text }) => text)).toEqual([
      '茶馆经营许可',
      application.receiptNumber,
      '已预约',
      '2026年5月12日 09:30~10:00',
      '3楼商事登记服务区，请带原件和到访码',
    ])
    expect(await appointmentsOf(owner)).toEqual([appointment])
    expect(await appointmentsOf(owner, application.id)).toEqual([appointment])
    expect(await appointmentsOf(nobodyYet(), application.id)).toEqual([])
  })

  it('is the only one of an application, even when it is sent twice at the same moment', async () => {
    const owner = nobodyYet()
    const { id } = await passed(owner, reviewer)
    const answersOfBoth = await Promise.all(['09:00', '09:30'].map((from) => tryBooking(owner, id, '2026-05-13', from)))
    expect(answersOfBoth.map((each) => (each.ok ? 'booked' : each.error.code)).sort()).toEqual([
      'ALREADY_BOOKED',
      'booked',
    ])
    expect(refusalOf(await tryBooking(owner, id, '2026-05-14', '09:00'))).toBe('ALREADY_BOOKED')
    expect(await appointmentsOf(owner)).toHaveLength(1)
  })

  it('needs a slot that exists and has not begun', async () => {
    const owner = nobodyYet()
    const { id } = await passed(owner, reviewer)
    for (const [date, from] of [
      ['2026-05-11', '10:00'],
      ['2026-05-12', '09:15'],
      ['2026-05-12', '12:00'],
      ['2026-05-19', '09:00'],
      ['2026-02-30', '09:00'],
    ] as const) {
      expect([date, from, refusalOf(await tryBooking(owner, id, date, from))]).toEqual([date, from, 'SLOT_NOT_OFFERED'])
    }
  })

  it('is refused for what does not wait for the window, and for what is somebody else’s', async () => {
    const owner = nobodyYet()
    const { id } = await passed(owner, reviewer)
    expect(refusalOf(await tryBooking(nobodyYet(), id, '2026-05-12', '09:00'))).toBe('NOT_FOUND')
    await withdraw(owner, id)
    expect(refusalOf(await tryBooking(owner, id, '2026-05-12', '09:00'))).toBe('WRONG_STATE')
  })
})

describe('the last seats of a half hour', () => {
  it('go to exactly as many as there are, when twenty people want them at once', async () => {
    const crowd = []
    for (let count = 0; count < 20; count += 1) {
      const owner = nobodyYet()
      crowd.push({ owner, id: (await passed(owner, reviewer)).id })
    }
    const tried = await Promise.all(
      crowd.map(({ owner, id }) => untilAnswered(() => tryBooking(owner, id, '2026-05-14', '15:00'))),
    )
    const outcomes = tried.map((each) => (each.ok ? 'booked' : each.error.code))
    expect(outcomes.filter((each) => each === 'booked')).toHaveLength(capacity)
    expect(outcomes.filter((each) => each === 'SLOT_FULL')).toHaveLength(20 - capacity)
    expect(await seatsLeft(crowd[0]!.owner, crowd[0]!.id, '2026-05-14', '15:00')).toBe(0)
    const codes = tried.flatMap((each) => (each.ok ? [each.data.visitCode?.typed] : []))
    expect(new Set(codes).size).toBe(capacity)

    const refused = tried.find((each) => !each.ok)
    expect(refused?.ok === false && refused.error.fields).toEqual({
      '2026-05-14 14:30': `5月14日（周四） 14:30~15:00，余${String(capacity)}个`,
      '2026-05-14 15:30': `5月14日（周四） 15:30~16:00，余${String(capacity)}个`,
      '2026-05-14 14:00': `5月14日（周四） 14:00~14:30，余${String(capacity)}个`,
    })

    // Whoever wants to change into the full one keeps what they have.
    const late = crowd[tried.findIndex((each) => !each.ok)]!
    const kept = await book(late.owner, late.id, '2026-05-14', '15:30')
    expect(refusalOf(await tryChanging(late.owner, kept.id, '2026-05-14', '15:00'))).toBe('SLOT_FULL')
    expect(await appointmentsOf(late.owner)).toEqual([kept])
    expect(await seatsLeft(late.owner, late.id, '2026-05-14', '15:30')).toBe(capacity - 1)

    // A seat given back can be had again.
    const lucky = tried.find((each) => each.ok)
    const first = crowd[tried.findIndex((each) => each.ok)]!
    if (lucky?.ok !== true) throw new Error('nobody booked')
    good(await tryCancelling(first.owner, lucky.data.id))
    expect(good(await tryChanging(late.owner, kept.id, '2026-05-14', '15:00')).from).toBe('15:00')
    expect(await seatsLeft(late.owner, late.id, '2026-05-14', '15:30')).toBe(capacity)
    expect(await seatsLeft(late.owner, late.id, '2026-05-14', '15:00')).toBe(0)
  })
})

describe('a change', () => {
  it('moves the seat and keeps the visit code, on another day too', async () => {
    const owner = nobodyYet()
    const { application, appointment } = await passedAndBooked(owner, reviewer, '2026-05-12', '11:00')
    const changed = good(await tryChanging(owner, appointment.id, '2026-05-13', '11:30'))
    expect(changed).toMatchObject({
      ...{ id: appointment.id, date: '2026-05-13', from: '11:30', to: '12:00' },
      visitCode: appointment.visitCode,
    })
    expect(await seatsLeft(owner, application.id, '2026-05-12', '11:00')).toBe(capacity)
    expect(await seatsLeft(owner, application.id, '2026-05-13', '11:30')).toBe(capacity - 1)
    program.setClock('2026-05-13T11:20:00+08:00')
    expect((await checkIn(reviewer, appointment.visitCode!.typed)).appointmentId).toBe(appointment.id)
  })

  it('to the same half hour changes nothing', async () => {
    const owner = nobodyYet()
    const { application, appointment } = await passedAndBooked(owner, reviewer, '2026-05-15', '11:00')
    expect(good(await tryChanging(owner, appointment.id, '2026-05-15', '11:00'))).toEqual(appointment)
    expect(await seatsLeft(owner, application.id, '2026-05-15', '11:00')).toBe(capacity - 1)
  })

  it('and cancelling are open until two hours before, to the minute', async () => {
    const owner = nobodyYet()
    const { appointment } = await passedAndBooked(owner, reviewer, '2026-05-12', '14:00')
    program.setClock('2026-05-12T11:59:50+08:00')
    const changed = good(await tryChanging(owner, appointment.id, '2026-05-12', '14:30'))
    program.setClock('2026-05-12T12:30:01+08:00')
    expect(refusalOf(await tryChanging(owner, changed.id, '2026-05-13', '09:00'))).toBe('TOO_LATE')
    expect(refusalOf(await tryCancelling(owner, changed.id))).toBe('TOO_LATE')
    expect((await appointmentsOf(owner))[0]?.actions).toEqual([])
  })

  it('is refused to others, and for an appointment that ended', async () => {
    const owner = nobodyYet()
    const { appointment } = await passedAndBooked(owner, reviewer, '2026-05-12', '14:00')
    expect(refusalOf(await tryChanging(nobodyYet(), appointment.id, '2026-05-13', '09:00'))).toBe('NOT_FOUND')
    expect(refusalOf(await tryCancelling(nobodyYet(), appointment.id))).toBe('NOT_FOUND')
    expect(refusalOf(await tryChanging(owner, appointment.id, '2026-05-13', '09:10'))).toBe('SLOT_NOT_OFFERED')
    expect(good(await tryCancelling(owner, appointment.id))).toMatchObject({ state: 'cancelled', actions: [] })
    expect(refusalOf(await tryChanging(owner, appointment.id, '2026-05-13', '09:00'))).toBe('WRONG_STATE')
    expect(refusalOf(await tryCancelling(owner, appointment.id))).toBe('WRONG_STATE')
  })
})

describe('a seat is given back', () => {
  it('by cancelling, after which the application can be booked again', async () => {
    const owner = nobodyYet()
    const { application, appointment } = await passedAndBooked(owner, reviewer, '2026-05-18', '09:00')
    good(await tryCancelling(owner, appointment.id))
    expect(await seatsLeft(owner, application.id, '2026-05-18', '09:00')).toBe(capacity)
    expect((await book(owner, application.id, '2026-05-18', '09:00')).id).not.toBe(appointment.id)
  })

  it('when the application is withdrawn, even less than two hours before', async () => {
    const owner = nobodyYet()
    const { application } = await passedAndBooked(owner, reviewer, '2026-05-18', '09:30')
    const other = nobodyYet()
    const { id } = await passed(other, reviewer)
    program.setClock('2026-05-18T09:00:00+08:00')
    expect(await seatsLeft(other, id, '2026-05-18', '09:30')).toBe(capacity - 1)
    const seen = await withdraw(owner, application.id)
    expect(seen.timeline.slice(-2).map(({ event }) => event)).toEqual(['appointment-cancelled', 'withdrawn'])
    expect(await seatsLeft(other, id, '2026-05-18', '09:30')).toBe(capacity)
    expect((await appointmentsOf(owner))[0]?.state).toBe('cancelled')
  })

  it('by the centre, which has to make sure that the person hears of it', async () => {
    const owner = nobodyYet()
    const { application, appointment } = await passedAndBooked(owner, reviewer, '2026-05-18', '10:00')
    const input = { appointmentId: appointment.id, action: 'cancel' } as const
    expect(good(await call(main, windows.moveAppointment, reviewer, input))).toEqual({ state: 'cancelled' })
    expect(await seatsLeft(owner, application.id, '2026-05-18', '10:00')).toBe(capacity)
    expect((await inboxOf(owner))[0]?.lines.at(-1)?.text).toBe('中心取消了这次预约，请重新预约')
    const { tasks } = good(await call(notificationsMain, notifications.listPhoneTasks, reviewer, {}))
    expect(tasks.filter(({ subject }) => subject === application.id).map(({ title }) => title)).toContain('预约通知')
  })
})

describe('somebody who does not come', () => {
  /** Books for the next half hour and lets it pass. */
  async function miss(owner: string, applicationId: string, date: string) {
    program.setClock(`${date}T08:40:00+08:00`)
    const appointment = await book(owner, applicationId, date, '09:00')
    program.setClock(`${date}T09:59:00+08:00`)
    await sweepAppointments()
    expect((await appointmentsOf(owner, applicationId))[0]?.state).toBe('booked')
    program.setClock(`${date}T10:00:30+08:00`)
    await sweepAppointments()
    return appointment
  }

  it('has missed the appointment half an hour after it, and may book again', async () => {
    const owner = nobodyYet()
    const { id } = await passed(owner, reviewer)
    const missed = await miss(owner, id, '2026-05-13')
    expect((await appointmentsOf(owner, id))[0]).toMatchObject({ id: missed.id, state: 'missed', actions: [] })
    expect((await look(owner, id)).timeline.at(-1)).toMatchObject({
      event: 'appointment-missed',
      actor: { kind: 'timer' },
    })
    expect((await book(owner, id, '2026-05-14', '09:00')).state).toBe('booked')
  })

  it('twice cannot book for thirty days, with any application of theirs, but can walk in', async () => {
    const owner = nobodyYet()
    const { id } = await passedOf(owner, '1990-01-01')
    const other = await passedOf(owner, '1990-01-01')
    await miss(owner, id, '2026-05-13')
    await miss(owner, id, '2026-05-14')
    for (const each of [id, other.id]) {
      expect(refusalOf(await tryBooking(owner, each, '2026-05-15', '09:00'))).toBe('BOOKING_BLOCKED')
      expect((await slotsOf(owner, each)).blockedUntil).toBe('2026-06-13')
    }
    expect((await checkIn(reviewer, other.receiptNumber)).queueNumber).toMatch(/^D\d{3}$/)
    program.setClock('2026-06-15T10:10:00+08:00')
    expect((await slotsOf(owner, id)).blockedUntil).toBeUndefined()
    expect((await book(owner, id, '2026-06-16', '09:00')).state).toBe('booked')
  })

  it('twice is not held against anybody of sixty or more', async () => {
    const [older, younger] = [nobodyYet(), nobodyYet()]
    const ofOlder = await passedOf(older, '1966-05-15')
    const ofYounger = await passedOf(younger, '1966-05-16')
    for (const date of ['2026-05-13', '2026-05-14']) {
      await miss(older, ofOlder.id, date)
      await miss(younger, ofYounger.id, date)
    }
    program.setClock('2026-05-15T08:10:00+08:00')
    expect((await slotsOf(older, ofOlder.id)).blockedUntil).toBeUndefined()
    expect((await book(older, ofOlder.id, '2026-05-15', '09:00')).state).toBe('booked')
    expect(refusalOf(await tryBooking(younger, ofYounger.id, '2026-05-15', '09:00'))).toBe('BOOKING_BLOCKED')
  })
})

describe('the reminder', () => {
  const remindersOf = async (owner: string) => (await inboxOf(owner)).filter(({ title }) => title === '预约提醒')

  it('goes out once, at 17:00 on the working day before', async () => {
    const owner = nobodyYet()
    program.setClock('2026-05-15T10:00:00+08:00')
    const { appointment } = await passedAndBooked(owner, reviewer, '2026-05-18', '09:00')
    for (const [at, count] of [
      ['2026-05-15T16:59:00+08:00', 0],
      ['2026-05-15T17:00:30+08:00', 1],
      ['2026-05-15T17:10:30+08:00', 1],
      ['2026-05-17T17:10:00+08:00', 1],
    ] as const) {
      program.setClock(at)
      await sweepAppointments()
      expect([at, (await remindersOf(owner)).length]).toEqual([at, count])
    }
    expect((await remindersOf(owner))[0]?.lines.map(({ text }) => text)).toContain('2026年5月18日 09:00~09:30')
    program.setClock('2026-05-18T10:00:30+08:00')
    expect((await sweepAppointments()).missed).toBeGreaterThan(0)
    expect((await appointmentsOf(owner))[0]).toMatchObject({ id: appointment.id, state: 'missed' })
  })

  it('of a timer that comes late at night waits for the morning', async () => {
    const owner = nobodyYet()
    await passedAndBooked(owner, reviewer, '2026-05-13', '09:00')
    program.setClock('2026-05-12T23:30:00+08:00')
    await sweepAppointments()
    expect((await remindersOf(owner)).map(({ delivery }) => delivery)).toEqual(['waiting'])
    program.setClock('2026-05-13T07:59:00+08:00')
    good(await call(notificationsMain, notifications.flushOutbox, 'timer', {}))
    expect((await remindersOf(owner)).map(({ delivery }) => delivery)).toEqual(['waiting'])
    program.setClock('2026-05-13T08:00:30+08:00')
    good(await call(notificationsMain, notifications.flushOutbox, 'timer', {}))
    expect((await remindersOf(owner)).map(({ delivery }) => delivery)).toEqual(['not-granted'])
  })

  it('follows a change to another day, and is left out for an appointment that was cancelled or booked too late', async () => {
    const [changed, cancelled, late] = [nobodyYet(), nobodyYet(), nobodyYet()]
    const first = await passedAndBooked(changed, reviewer, '2026-05-12', '09:00')
    good(await tryChanging(changed, first.appointment.id, '2026-05-14', '09:00'))
    const second = await passedAndBooked(cancelled, reviewer, '2026-05-12', '09:00')
    good(await tryCancelling(cancelled, second.appointment.id))
    program.setClock('2026-05-11T17:05:00+08:00')
    await passedAndBooked(late, reviewer, '2026-05-12', '09:00')
    await sweepAppointments()
    const counted = async () => [
      (await remindersOf(changed)).length,
      (await remindersOf(cancelled)).length,
      (await remindersOf(late)).length,
    ]
    expect(await counted()).toEqual([0, 0, 0])
    program.setClock('2026-05-13T17:00:30+08:00')
    await sweepAppointments()
    expect(await counted()).toEqual([1, 0, 0])
  })
})

describe('everything written', () => {
  it('continues the chains of its applications unbroken, and holds no name in the clear', async () => {
    const { data: stored } = await program.database.collection('applications').limit(1000).get()
    expect(stored.length).toBeGreaterThan(20)
    for (const { _id, audit } of stored) {
      const { data: entries } = await program.database.collection('audit_entries').where({ subject: _id }).get()
      expect([_id, verifyChain(entries, audit)]).toEqual([_id, undefined])
    }
    const { applications_appointments: kept } = program.dump()
    expect(kept?.length).toBeGreaterThan(20)
    expect(kept?.join('')).not.toContain(applicant.name)
  })
})
