import * as contracts from '@shared/contracts/applications'
import * as windows from '@shared/contracts/applications-window'
import type { InputOf } from '@shared/contracts/contract'
import * as notifications from '@shared/contracts/notifications'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { applicant, look } from '../support/an-application'
import { appointmentsOf, book, passed, seatsLeft } from '../support/an-appointment'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(60_000)

const [li, elsewhere] = ['reviewer-li', 'reviewer-elsewhere']
const address = '临桂区西城中路100号3栋2单元501室'
let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem({ homeVisit: true }), anItem({ code: 'no-visits' }))
  await program.addStaff(li, '李审核', ['市市场监督管理局'])
  await program.addStaff(elsewhere, '韦审核', ['市民政局'])
})
beforeEach(() => program.setClock('2026-05-11T10:10:00+08:00'))
afterAll(() => program.stop())

const tryRequest = (owner: string, applicationId: string) =>
  call(main, windows.requestHomeVisit, owner, {
    ...{ applicationId, reason: 'bedridden', explanation: '骨折卧床，三个月内不能下床', address },
  })
const request = async (owner: string) => {
  const application = await passed(owner, li)
  return { application, visit: good(await tryRequest(owner, application.id)) }
}
type Answer = InputOf<typeof windows.answerHomeVisit>
const answer = (by: string, input: Answer) => call(main, windows.answerHomeVisit, by, input)
const approve = async (visitId: string) => good(await answer(li, { action: 'approve', visitId }))
const day = { date: '2026-05-14', from: '09:30', to: '11:00' }
const schedule = async (visitId: string) => good(await answer(li, { action: 'schedule', visitId, ...day }))
const visitOf = async (owner: string, applicationId: string) =>
  good(await call(main, windows.getHomeVisit, owner, { applicationId })).visit
const listVisits = async (by: string, open = true) =>
  good(await call(main, windows.listHomeVisits, by, { open })).visits.map(({ id }) => id)
const inboxOf = async (owner: string) =>
  good(await call(notificationsMain, notifications.listInbox, owner, {})).messages
const acceptAt = (applicationId: string, version: number, place: 'window' | 'home', by = li) =>
  call(main, windows.acceptAtWindow, by, { applicationId, version, compared: [], place })

describe('a request for a home visit', () => {
  it('is seen by its applicant and its department, and by nobody else', async () => {
    const owner = nobodyYet()
    const { application, visit } = await request(owner)
    expect(visit).toMatchObject({
      ...{ applicationId: application.id, receiptNumber: application.receiptNumber, itemName: '茶馆经营许可' },
      ...{ personName: applicant.name, state: 'requested', reason: 'bedridden', address, actions: ['cancel'] },
    })
    expect(await visitOf(owner, application.id)).toEqual(visit)
    expect(await visitOf(nobodyYet(), application.id)).toBeUndefined()
    expect(await listVisits(li)).toContain(visit.id)
    expect(await listVisits(elsewhere)).toEqual([])
    expect((await look(owner, application.id)).timeline.at(-1)).toMatchObject({ event: 'home-visit-requested' })
    for (const each of ['approve', 'finish'] as const) {
      expect(refusalOf(await answer(elsewhere, { action: each, visitId: visit.id }))).toBe('NOT_FOUND')
    }
    expect(refusalOf(await call(main, windows.cancelHomeVisit, nobodyYet(), { visitId: visit.id }))).toBe('NOT_FOUND')
  })

  it('needs an item that offers visits, a passed application of one’s own, and no other request', async () => {
    const owner = nobodyYet()
    const { application } = await request(owner)
    expect(refusalOf(await tryRequest(owner, application.id))).toBe('ALREADY_REQUESTED')
    expect(refusalOf(await tryRequest(nobodyYet(), application.id))).toBe('NOT_FOUND')
    const other = await passed(owner, li, { itemCode: 'no-visits' })
    expect(refusalOf(await tryRequest(owner, other.id))).toBe('NOT_OFFERED')
    const accepted = await passed(owner, li)
    good(await acceptAt(accepted.id, accepted.version, 'window'))
    expect(refusalOf(await tryRequest(owner, accepted.id))).toBe('WRONG_STATE')
  })

  it('can be made anew after a refusal, whose words the applicant gets', async () => {
    const owner = nobodyYet()
    const { application, visit } = await request(owner)
    const refused = good(await answer(li, { action: 'refuse', visitId: visit.id, answer: '可委托家属到窗口办理' }))
    expect(refused).toMatchObject({ state: 'refused', answer: '可委托家属到窗口办理', actions: [] })
    const [told] = await inboxOf(owner)
    expect([told?.title, told?.lines[2]?.text, told?.lines.at(-1)?.text]).toEqual([
      ...['预约通知', '未同意上门', '可委托家属到窗口办理'],
    ])
    expect([(await listVisits(li)).includes(visit.id), (await listVisits(li, false)).includes(visit.id)]).toEqual([
      ...[false, true],
    ])
    const again = good(await tryRequest(owner, application.id))
    expect((await visitOf(owner, application.id))?.id).toBe(again.id)
  })

  it('is answered by others than the applicant', async () => {
    await program.addStaff('reviewer-ill', '陆审核', ['市市场监督管理局'])
    const { visit } = await request('reviewer-ill')
    expect(refusalOf(await answer('reviewer-ill', { action: 'approve', visitId: visit.id }))).toBe('FORBIDDEN')
  })
})

describe('an agreed day', () => {
  it('is a working day to come, within the days to come to the window', async () => {
    const owner = nobodyYet()
    const { application, visit } = await request(owner)
    const trying = (date: string, from = '09:30', to = '11:00') =>
      answer(li, { action: 'schedule', visitId: visit.id, date, from, to })
    expect(refusalOf(await trying('2026-05-14'))).toBe('WRONG_STATE')
    await approve(visit.id)
    for (const date of ['2026-05-11', '2026-05-08', '2026-05-16', '2026-05-17', '2026-06-19', '2026-02-30']) {
      expect([date, refusalOf(await trying(date))]).toEqual([date, 'NOT_A_WORKING_DAY'])
    }
    expect(refusalOf(await trying('2026-06-24'))).toBe('AFTER_LAST_DAY')
    expect(refusalOf(await trying('2026-05-14', '11:00', '09:30'))).toBe('INVALID_INPUT')
    expect(await schedule(visit.id)).toMatchObject({
      ...{ state: 'scheduled', ...day, actions: ['reschedule', 'finish', 'cancel'] },
    })
    const moved = good(await answer(li, { action: 'reschedule', visitId: visit.id, ...day, date: '2026-05-15' }))
    expect(moved.date).toBe('2026-05-15')
    expect((await inboxOf(owner)).slice(0, 3).map(({ lines }) => [lines[2]?.text, lines[3]?.text])).toEqual([
      ['已约定时间', '2026年5月15日 09:30~11:00'],
      ['已约定时间', '2026年5月14日 09:30~11:00'],
      ['同意上门', '2026年5月11日 10:10'],
    ])
    const { tasks } = good(await call(notificationsMain, notifications.listPhoneTasks, li, {}))
    expect(tasks.filter(({ subject }) => subject === application.id).length).toBeGreaterThan(2)
  })

  it('stands in place of an appointment, whose seat is given back', async () => {
    const owner = nobodyYet()
    const { application, visit } = await request(owner)
    await approve(visit.id)
    const before = await seatsLeft(owner, application.id, '2026-05-13', '09:00')
    await book(owner, application.id, '2026-05-13', '09:00')
    await schedule(visit.id)
    expect((await appointmentsOf(owner, application.id))[0]?.state).toBe('cancelled')
    expect(await seatsLeft(owner, application.id, '2026-05-13', '09:00')).toBe(before)
    const input = { applicationId: application.id, date: '2026-05-13', from: '09:00' }
    expect(refusalOf(await call(main, windows.bookAppointment, owner, input))).toBe('ALREADY_BOOKED')
    good(await call(main, windows.cancelHomeVisit, owner, { visitId: visit.id }))
    expect((await book(owner, application.id, '2026-05-13', '09:00')).state).toBe('booked')
  })
})

describe('the acceptance at home', () => {
  it('needs a day agreed on, and ends the visit', async () => {
    const owner = nobodyYet()
    const { application, visit } = await request(owner)
    const { id, version } = application
    expect(refusalOf(await acceptAt(id, version, 'home'))).toBe('WRONG_STATE')
    await approve(visit.id)
    expect(refusalOf(await acceptAt(id, version, 'home'))).toBe('WRONG_STATE')
    await schedule(visit.id)
    program.setClock('2026-05-14T10:00:00+08:00')
    const accepted = good(await acceptAt(id, version, 'home'))
    expect(accepted).toMatchObject({ state: 'accepted', acceptance: { way: 'home' } })
    expect(accepted.timeline.slice(-2).map(({ event }) => event)).toEqual(['home-visit-done', 'accepted'])
    expect(await visitOf(owner, id)).toMatchObject({ state: 'done', actions: [] })
  })

  it('happens once when two of the staff accept at the same moment', async () => {
    const owner = nobodyYet()
    const { application, visit } = await request(owner)
    await approve(visit.id)
    await schedule(visit.id)
    const both = await Promise.all(
      ['home', 'window'].map((place) => acceptAt(application.id, application.version, place as 'home' | 'window')),
    )
    expect(both.map((each) => (each.ok ? each.data.state : each.error.code)).sort()).toEqual([
      'VERSION_CHANGED',
      'accepted',
    ])
  })
})

describe('a visit that is still open', () => {
  it.each(['withdrawn', 'accepted at the window'])('is over when the application is %s', async (how) => {
    const owner = nobodyYet()
    const { application, visit } = await request(owner)
    const { id: applicationId, version } = application
    if (how === 'withdrawn') good(await call(main, contracts.withdrawApplication, owner, { applicationId, version }))
    else good(await acceptAt(applicationId, version, 'window'))
    expect(await visitOf(owner, applicationId)).toMatchObject({ id: visit.id, state: 'cancelled', actions: [] })
    expect(await listVisits(li)).not.toContain(visit.id)
    expect(refusalOf(await answer(li, { action: 'approve', visitId: visit.id }))).toBe('WRONG_STATE')
  })

  it('can be called off by either side once a day is agreed on, with words from the centre', async () => {
    const owner = nobodyYet()
    const { visit } = await request(owner)
    const words = '当天全市停电，改日再约'
    expect(refusalOf(await answer(li, { action: 'cancel', visitId: visit.id, answer: words }))).toBe('WRONG_STATE')
    await approve(visit.id)
    await schedule(visit.id)
    expect(good(await answer(li, { action: 'cancel', visitId: visit.id, answer: words })).state).toBe('cancelled')
    expect((await inboxOf(owner))[0]?.lines.at(-1)?.text).toBe(words)
    expect(refusalOf(await call(main, windows.cancelHomeVisit, owner, { visitId: visit.id }))).toBe('WRONG_STATE')
  })
})

describe('what is stored', () => {
  it('holds neither address nor illness nor name in the clear, in chains that are unbroken', async () => {
    const everything = Object.values(program.dump()).flat().join('')
    for (const secret of [address, '骨折', 'bedridden', applicant.name]) expect(everything).not.toContain(secret)
    const { data: stored } = await program.database.collection('applications').limit(1000).get()
    for (const { _id, audit } of stored) {
      const { data: entries } = await program.database.collection('audit_entries').where({ subject: _id }).get()
      expect([_id, verifyChain(entries, audit)]).toEqual([_id, undefined])
    }
  })
})
