import * as contracts from '@shared/contracts/applications'
import * as windows from '@shared/contracts/applications-window'
import type { Material } from '@shared/domain/item'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import { applicant, look, submit } from '../support/an-application'
import { appointmentsOf, book, checkIn, draftWithPictures, passed, passedAndBooked } from '../support/an-appointment'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(60_000)

const [reviewer, comprehensive, elsewhere] = ['reviewer-li', 'comprehensive-jiang', 'reviewer-elsewhere']
const department = '市市场监督管理局'
const today = '2026-05-11'
let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

const photo = anItem().materials[0] as Material
const originalsOf = ['identity-card', 'lease'].map((code): Material => ({
  ...photo,
  ...{ code, name: code === 'lease' ? '租赁合同' : '身份证', originals: 1 },
}))
const kitchenPlan: Material = {
  ...{ ...photo, code: 'kitchen-plan', name: '厨房平面图', originals: 1 },
  when: { all: [{ field: 'kitchen', in: ['yes'] }] },
}

beforeAll(async () => {
  program = await startProgram()
  await program.publish(
    anItem({ materials: [photo, ...originalsOf, kitchenPlan] }),
    anItem({ code: 'elsewhere', department: '市民政局' }),
    anItem({ code: 'housing', area: 'A' }),
    anItem({ code: 'building', area: 'C' }),
    anItem({ code: 'social', area: 'B' }),
  )
  await program.addStaff(reviewer, '李审核', [department])
  await program.addStaff(comprehensive, '蒋综合', [department, '市民政局'], ['comprehensive'])
  await program.addStaff(elsewhere, '韦审核', ['市民政局'])
})
beforeEach(() => program.setClock(`${today}T10:10:00+08:00`))
afterAll(() => program.stop())

const tryCheckIn = (by: string, code: string) => call(main, windows.checkIn, by, { code })
const listWaiting = async (by: string, area: 'A' | 'B' | 'C' | 'D') =>
  good(await call(main, windows.listWaiting, by, { area }))
const callNext = async (by: string, area: 'A' | 'B' | 'C' | 'D') =>
  good(await call(main, windows.callNext, by, { area })).called
type Move = 'call' | 'call-again' | 'pass-over' | 'serve' | 'cancel'
const move = (by: string, appointmentId: string, action: Move) =>
  call(main, windows.moveAppointment, by, { appointmentId, action })
const accept = (
  by: string,
  applicationId: string,
  version: number,
  compared: string[],
  place: 'window' | 'home' = 'window',
) => call(main, windows.acceptAtWindow, by, { applicationId, version, compared, place })
const walkIn = async (area: 'A' | 'B' | 'C' | 'D', by = reviewer) =>
  good(await call(main, windows.takeWalkInNumber, by, { area, itemName: '社保咨询', personName: '莫阿婆' }))
const everything = ['identity-card', 'lease']

describe('checking in', () => {
  it('by the scanned code gives a queue number, once', async () => {
    const owner = nobodyYet()
    const { application, appointment } = await passedAndBooked(owner, reviewer, today, '10:30')
    const arrived = await checkIn(reviewer, appointment.visitCode!.text)
    expect(arrived).toMatchObject({
      ...{ appointmentId: appointment.id, applicationId: application.id },
      ...{ personName: applicant.name, itemName: '茶馆经营许可', queueNumber: 'D001', ahead: 0 },
    })
    expect(refusalOf(await tryCheckIn(comprehensive, appointment.visitCode!.text))).toBe('ALREADY_CHECKED_IN')
    expect(refusalOf(await tryCheckIn(comprehensive, application.receiptNumber))).toBe('ALREADY_CHECKED_IN')
    expect(await appointmentsOf(owner)).toMatchObject([
      { id: appointment.id, state: 'checked-in', queueNumber: 'D001', ahead: 0, actions: [] },
    ])
    expect((await look(owner, application.id)).timeline.at(-1)).toMatchObject({
      ...{ event: 'checked-in', note: '排队号 D001', actor: { kind: 'staff', name: '李审核' } },
    })
  })

  it('by the typed code is not particular about case and spaces', async () => {
    const owner = nobodyYet()
    const { appointment } = await passedAndBooked(owner, reviewer, today, '11:00')
    const { typed } = appointment.visitCode!
    const asTyped = ` ${typed.slice(0, 4).toLowerCase()} ${typed.slice(4).toLowerCase()} `
    expect((await checkIn(comprehensive, asTyped)).appointmentId).toBe(appointment.id)
  })

  it('tells nobody whether a code that is not theirs to see exists', async () => {
    const owner = nobodyYet()
    const { application, appointment } = await passedAndBooked(owner, reviewer, today, '11:30')
    const { text, typed } = appointment.visitCode!
    const forged = `${appointment.id}.${text.split('.')[1]!.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`
    const answerTo = async (by: string, code: string) => {
      const answer = await tryCheckIn(by, code)
      return answer.ok ? answer.data : answer.error
    }
    const unknown = await answerTo(reviewer, 'ABCDEFGH')
    expect(unknown).toMatchObject({ code: 'CODE_UNKNOWN' })
    for (const [by, code] of [
      [elsewhere, text],
      [elsewhere, typed],
      [elsewhere, application.receiptNumber],
      [reviewer, forged],
      [reviewer, `${appointment.id}.${'A'.repeat(22)}`],
      [reviewer, `${'x'.repeat(20)}.${text.split('.')[1]!}`],
      [reviewer, appointment.id],
      [reviewer, 'GL20260511000000000'],
      [reviewer, '今天来办事'],
    ] as const) {
      expect([code, await answerTo(by, code)]).toEqual([code, unknown])
    }
    expect(refusalOf(await tryCheckIn(owner, text))).toBe('FORBIDDEN')
  })

  it('knows the code of another day, and takes the person in by the receipt number instead', async () => {
    const owner = nobodyYet()
    const { application, appointment } = await passedAndBooked(owner, reviewer, '2026-05-12', '09:00')
    const seatOfTomorrow = async () =>
      (await program.database.collection('applications_slots').doc('D:2026-05-12:09:00').get()).data[0]?.taken as number
    expect(await seatOfTomorrow()).toBe(1)
    expect(refusalOf(await tryCheckIn(reviewer, appointment.visitCode!.text))).toBe('NOT_TODAY')
    expect(refusalOf(await tryCheckIn(reviewer, appointment.visitCode!.typed))).toBe('CODE_UNKNOWN')
    const arrived = await checkIn(reviewer, application.receiptNumber.toLowerCase())
    expect(arrived.appointmentId).not.toBe(appointment.id)
    expect((await appointmentsOf(owner)).map(({ date, state }) => [date, state])).toEqual([
      [today, 'checked-in'],
      ['2026-05-12', 'cancelled'],
    ])
    expect(await seatOfTomorrow()).toBe(0)
    // The number of yesterday counts no more: they can book again.
    program.setClock('2026-05-12T09:10:00+08:00')
    expect(refusalOf(await move(reviewer, arrived.appointmentId, 'call'))).toBe('NOT_TODAY')
    expect((await book(owner, application.id, '2026-05-12', '10:00')).state).toBe('booked')
  })

  it('takes in somebody without an appointment, or too late for theirs, as a walk-in', async () => {
    const [walker, late] = [nobodyYet(), nobodyYet()]
    const { receiptNumber } = await passed(walker, reviewer)
    expect((await checkIn(reviewer, receiptNumber)).queueNumber).toMatch(/^D\d{3}$/)
    const { appointment } = await passedAndBooked(late, reviewer, today, '10:30')
    program.setClock(`${today}T11:31:00+08:00`)
    good(await call(main, windows.sweepAppointments, 'timer', {}))
    const arrived = await checkIn(reviewer, appointment.visitCode!.text)
    expect(arrived.appointmentId).not.toBe(appointment.id)
    expect((await appointmentsOf(late)).map(({ state }) => state)).toEqual(['checked-in', 'missed'])
  })

  it('is refused for an application that does not wait for the window', async () => {
    const owner = nobodyYet()
    const { receiptNumber } = await submit(owner)
    expect(refusalOf(await tryCheckIn(reviewer, receiptNumber))).toBe('WRONG_STATE')
  })
})

describe('queue numbers', () => {
  it('are given once each and without a gap, by many windows at the same moment', async () => {
    const numbers = await Promise.all(Array.from({ length: 12 }, () => walkIn('A')))
    expect(numbers.map(({ queueNumber }) => queueNumber).sort()).toEqual(
      Array.from({ length: 12 }, (_, place) => `A${String(place + 1).padStart(3, '0')}`),
    )
  })

  it('begin anew in each area and on each day', async () => {
    expect((await walkIn('C')).queueNumber).toBe('C001')
    expect((await walkIn('C')).queueNumber).toBe('C002')
    program.setClock('2026-05-12T09:10:00+08:00')
    expect((await walkIn('C')).queueNumber).toBe('C001')
  })
})

describe('calling', () => {
  it('never calls one person to two windows, and nobody is left out', async () => {
    program.setClock('2026-05-13T09:10:00+08:00')
    const waiting = []
    for (let count = 0; count < 6; count += 1) waiting.push((await walkIn('B')).queueNumber)
    const called = await Promise.all(
      Array.from({ length: 8 }, (_, place) => callNext(place % 2 === 0 ? reviewer : comprehensive, 'B')),
    )
    const numbers = called.flatMap((each) => (each === undefined ? [] : [each.queueNumber]))
    expect(numbers.sort()).toEqual(waiting)
  })

  it('goes by the booked time, then by arrival; who is passed over waits behind those who are there', async () => {
    program.setClock('2026-05-14T08:30:00+08:00')
    const [early, later] = [nobodyYet(), nobodyYet()]
    const first = await passedAndBooked(early, reviewer, '2026-05-14', '09:00')
    const second = await passedAndBooked(later, reviewer, '2026-05-14', '09:30')
    program.setClock('2026-05-14T09:05:00+08:00')
    const walker = await walkIn('D')
    program.setClock('2026-05-14T09:06:00+08:00')
    const booked = await checkIn(reviewer, second.appointment.visitCode!.text)
    expect(booked.ahead).toBe(1)
    program.setClock('2026-05-14T09:07:00+08:00')
    const due = await checkIn(reviewer, first.appointment.visitCode!.text)
    expect(due.ahead).toBe(0)
    const { waiting, expected, served } = await listWaiting(reviewer, 'D')
    expect(waiting.map(({ queueNumber }) => queueNumber)).toEqual([
      due.queueNumber,
      walker.queueNumber,
      booked.queueNumber,
    ])
    expect([expected, served]).toEqual([[], 0])
    expect(waiting.map(({ slotFrom, personName }) => [slotFrom, personName])).toEqual([
      ['09:00', applicant.name],
      [undefined, '莫阿婆'],
      ['09:30', applicant.name],
    ])

    const called = await callNext(reviewer, 'D')
    expect(called).toMatchObject({
      ...{ queueNumber: due.queueNumber, state: 'called', applicationId: first.application.id },
      actions: ['call-again', 'pass-over', 'serve'],
    })
    expect(good(await move(reviewer, due.appointmentId, 'call-again'))).toEqual({ state: 'called' })
    program.setClock('2026-05-14T09:12:00+08:00')
    expect(good(await move(reviewer, due.appointmentId, 'pass-over'))).toEqual({ state: 'checked-in' })
    expect((await listWaiting(reviewer, 'D')).waiting.map(({ queueNumber }) => queueNumber)).toEqual([
      walker.queueNumber,
      due.queueNumber,
      booked.queueNumber,
    ])
    expect(good(await move(reviewer, walker.appointmentId, 'serve'))).toEqual({ state: 'served' })
    expect(refusalOf(await move(reviewer, walker.appointmentId, 'serve'))).toBe('WRONG_STATE')
    expect((await listWaiting(reviewer, 'D')).served).toBe(1)
  })

  it('shows each window the people of its departments, and those of nobody’s yet', async () => {
    program.setClock('2026-05-15T09:10:00+08:00')
    const [ours, theirs] = [nobodyYet(), nobodyYet()]
    const mine = await passedAndBooked(ours, reviewer, '2026-05-15', '11:30')
    const { receiptNumber, id } = await passed(theirs, comprehensive, { itemCode: 'elsewhere' })
    const other = await checkIn(comprehensive, receiptNumber)
    const walker = await walkIn('D', comprehensive)
    expect((await listWaiting(reviewer, 'D')).expected).toEqual([
      ...[
        {
          appointmentId: mine.appointment.id,
          itemName: '茶馆经营许可',
          personName: applicant.name,
          from: '11:30',
          to: '12:00',
        },
      ],
    ])
    expect((await listWaiting(reviewer, 'D')).waiting.map(({ queueNumber }) => queueNumber)).toEqual([
      walker.queueNumber,
    ])
    expect((await listWaiting(comprehensive, 'D')).waiting.map(({ queueNumber }) => queueNumber)).toEqual([
      other.queueNumber,
      walker.queueNumber,
    ])
    expect(refusalOf(await move(reviewer, other.appointmentId, 'call'))).toBe('NOT_FOUND')
    expect((await callNext(reviewer, 'D'))?.queueNumber).toBe(walker.queueNumber)
    expect((await callNext(elsewhere, 'D'))?.applicationId).toBe(id)
    expect(await callNext(comprehensive, 'D')).toBeUndefined()
  })
})

describe('the acceptance at the window', () => {
  it('needs every original that applies compared, keeps what was compared, and serves the appointment', async () => {
    const owner = nobodyYet()
    await draftWithPictures(program, owner, everything)
    const { application, appointment } = await passedAndBooked(owner, reviewer, today, '13:30')
    await checkIn(reviewer, appointment.visitCode!.text)
    const { id, version } = application
    const refused = await accept(reviewer, id, version, ['lease', 'site-photo'])
    expect(!refused.ok && [refused.error.code, refused.error.fields]).toEqual([
      'NOT_COMPARED',
      { 'material:identity-card': '请核对身份证原件' },
    ])
    expect(refusalOf(await accept(reviewer, id, version, [...everything], 'home'))).toBe('WRONG_STATE')
    const before = (await listWaiting(reviewer, 'D')).served
    const accepted = good(await accept(reviewer, id, version, everything))
    expect(accepted).toMatchObject({
      state: 'accepted',
      acceptance: { way: 'window' },
    })
    const comparison = {
      ...{ place: 'window', staffName: '李审核', at: accepted.acceptance?.at, onPaper: [] },
      compared: [
        { code: 'identity-card', name: '身份证' },
        { code: 'lease', name: '租赁合同' },
      ],
    }
    expect(accepted.comparison).toEqual(comparison)
    expect((await look(owner, id)).comparison).toEqual(comparison)
    expect(accepted.clocks.map(({ clock }) => clock).sort()).toEqual(['committed', 'statutory'])
    expect(accepted.timeline.slice(-2).map(({ event, note }) => [event, note])).toEqual([
      ['served', expect.stringContaining('排队号')],
      ['accepted', '已核对原件：身份证、租赁合同'],
    ])
    const { data: entries } = await program.database
      .collection('audit_entries')
      .where({ subject: id, event: 'accepted' })
      .get()
    expect(entries[0]?.details).toMatchObject({ place: 'window', compared: ['identity-card', 'lease'] })
    expect((await appointmentsOf(owner))[0]?.state).toBe('served')
    expect((await listWaiting(reviewer, 'D')).served).toBe(before + 1)
  })

  const seatsTaken = async (slot: string) => {
    const { data } = await program.database.collection('applications_slots').doc(slot).get()
    return (data[0] as { taken: number } | undefined)?.taken
  }

  it.each(['accepted', 'rejected'])(
    'of somebody who came on their day without checking in counts them as served (%s)',
    async (state) => {
      const owner = nobodyYet()
      const from = state === 'accepted' ? '14:00' : '14:30'
      const { application, appointment } = await passedAndBooked(owner, reviewer, today, from)
      const { id, version } = application
      const before = (await listWaiting(reviewer, 'D')).served
      const refusal = { applicationId: id, version, reason: '原件与上传的材料不一致' }
      const decided =
        state === 'accepted'
          ? await accept(reviewer, id, version, everything)
          : await call(main, contracts.rejectApplication, reviewer, refusal)
      expect(good(decided).state).toBe(state)
      expect(await appointmentsOf(owner)).toMatchObject([{ id: appointment.id, state: 'served', actions: [] }])
      const { waiting, expected, served } = await listWaiting(reviewer, 'D')
      expect(served).toBe(before + 1)
      expect([...waiting, ...expected].map(({ appointmentId }) => appointmentId)).not.toContain(appointment.id)
      expect(await seatsTaken(`D:${today}:${from}`)).toBe(1)
      expect((await look(owner, id)).timeline.find(({ event }) => event === 'served')?.label).toBe(
        '未签到，已到窗口办理',
      )
    },
  )

  it('gives the seat back when the applicant withdraws on the day instead of coming', async () => {
    const owner = nobodyYet()
    const { application } = await passedAndBooked(owner, reviewer, today, '15:30')
    const { id: applicationId, version } = application
    good(await call(main, contracts.withdrawApplication, owner, { applicationId, version }))
    expect((await appointmentsOf(owner))[0]?.state).toBe('cancelled')
    expect(await seatsTaken(`D:${today}:15:30`)).toBe(0)
  })

  it('of somebody who booked another day frees the seat of that day', async () => {
    const owner = nobodyYet()
    const { application } = await passedAndBooked(owner, reviewer, '2026-05-12', '15:00')
    good(await accept(reviewer, application.id, application.version, everything))
    expect((await appointmentsOf(owner))[0]?.state).toBe('cancelled')
    expect(await seatsTaken('D:2026-05-12:15:00')).toBe(0)
  })

  it('happens once when two windows accept at the same moment', async () => {
    const owner = nobodyYet()
    const { id, version } = await passed(owner, reviewer)
    const both = await Promise.all([reviewer, comprehensive].map((by) => accept(by, id, version, everything)))
    expect(both.map((each) => (each.ok ? each.data.state : each.error.code)).sort()).toEqual([
      'VERSION_CHANGED',
      'accepted',
    ])
    const { timeline } = await look(owner, id)
    expect(timeline.filter(({ event }) => event === 'accepted')).toHaveLength(1)
  })

  it('is refused elsewhere, on what somebody saw before it changed, and of one’s own application', async () => {
    const owner = nobodyYet()
    const { id, version } = await passed(owner, reviewer)
    expect(refusalOf(await accept(elsewhere, id, version, everything))).toBe('NOT_FOUND')
    expect(refusalOf(await accept(reviewer, id, version - 1, everything))).toBe('VERSION_CHANGED')
    const own = await passed(comprehensive, reviewer)
    expect(refusalOf(await accept(comprehensive, own.id, own.version, everything))).toBe('FORBIDDEN')
    const { applicationId } = await submit(owner)
    expect(refusalOf(await accept(reviewer, applicationId, 1, everything))).toBe('WRONG_STATE')
  })

  it('can be a refusal instead, which ends the number as well', async () => {
    const owner = nobodyYet()
    const { id, version, receiptNumber } = await passed(owner, reviewer)
    await checkIn(reviewer, receiptNumber)
    const input = { applicationId: id, version, reason: '原件与上传的材料不一致' }
    expect(good(await call(main, contracts.rejectApplication, reviewer, input)).state).toBe('rejected')
    expect((await appointmentsOf(owner))[0]?.state).toBe('served')
  })
})

describe('the chains', () => {
  it('are unbroken, those of numbers without an application too', async () => {
    const { data: stored } = await program.database.collection('applications').limit(1000).get()
    const { data: numbers } = await program.database
      .collection('applications_appointments')
      .where({ applicationId: '' })
      .limit(1000)
      .get()
    expect(numbers.length).toBeGreaterThan(10)
    const heads = [
      ...stored.map(({ _id, audit }) => [_id, audit]),
      ...numbers.map(({ _id, audit }) => [`appointment:${String(_id)}`, audit]),
    ]
    for (const [subject, audit] of heads) {
      const { data: entries } = await program.database.collection('audit_entries').where({ subject }).get()
      expect([subject, verifyChain(entries, audit)]).toEqual([subject, undefined])
    }
  })
})
