import * as contracts from '@shared/contracts/applications'
import * as decisions from '@shared/contracts/applications-decision'
import * as windows from '@shared/contracts/applications-window'
import type { InputOf } from '@shared/contracts/contract'
import * as notifications from '@shared/contracts/notifications'
import type { Material } from '@shared/domain/item'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { answers, applicant, look } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(60_000)

const [jiang, li, elsewhere] = ['comprehensive-jiang', 'reviewer-li', 'reviewer-elsewhere']
const department = '市市场监督管理局'
let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

const photo = anItem().materials[0] as Material
const materials: readonly Material[] = [
  { ...photo, code: 'identity-card', name: '身份证', required: true, originals: 1 },
  { ...photo, code: 'statement', name: '声明', required: true, originals: 0 },
  {
    ...{ ...photo, code: 'kitchen-plan', name: '厨房平面图', required: true, originals: 1 },
    when: { all: [{ field: 'kitchen', in: ['yes'] }] },
  },
  photo,
]

beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem({ materials }), anItem({ code: 'elsewhere', department: '市民政局' }))
  await program.addStaff(jiang, '蒋综合', [department], ['comprehensive'])
  await program.addStaff(li, '李审核', [department])
  await program.addStaff(elsewhere, '韦审核', ['市民政局'])
})
beforeEach(() => program.setClock('2026-05-11T10:10:00+08:00'))
afterAll(() => program.stop())

type Intake = InputOf<typeof windows.acceptOnSite>
const anIntake = (change: Partial<Intake> = {}): Intake => ({
  ...{ itemCode: 'tea-house-licence', channel: 'pre-review', applicant, answers },
  compared: ['identity-card', 'statement'],
  ...change,
})
const takeIn = async (change: Partial<Intake> = {}, by = jiang) =>
  good(await call(main, windows.acceptOnSite, by, anIntake(change)))
const refusedIntake = async (change: Partial<Intake>, by = jiang) => {
  const answer = await call(main, windows.acceptOnSite, by, anIntake(change))
  return answer.ok ? 'accepted' : [answer.error.code, Object.keys(answer.error.fields ?? {}).sort()]
}
const link = (by: string, receiptNumber: string, identityNumber = applicant.identityNumber) =>
  call(main, windows.linkApplication, by, { receiptNumber, identityNumber })
const mineOf = async (owner: string) =>
  good(await call(main, contracts.listMine, owner, {})).applications.map(({ id }) => id)
const inboxOf = async (owner: string) =>
  good(await call(notificationsMain, notifications.listInbox, owner, {})).messages
const entriesOf = async (subject: string) =>
  (await program.database.collection('audit_entries').where({ subject }).orderBy('sequence', 'asc').get()).data

describe('the intake on site', () => {
  it('accepts at once, marks that it was entered on somebody’s behalf, and hands the case to its department', async () => {
    const seen = await takeIn()
    expect(seen).toMatchObject({
      ...{ state: 'accepted', department, mine: false, acceptance: { way: 'on-site' } },
      content: { materials: {} },
    })
    expect(seen.receiptNumber).toMatch(/^GL20260511/)
    expect(seen.clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['committed', '2026-05-18'],
      ['statutory', '2026-06-08'],
    ])
    expect(seen.timeline).toMatchObject([
      { event: 'accepted-on-site', actor: { kind: 'staff', name: '蒋综合' }, note: '窗口代为录入，材料为纸质' },
    ])
    expect((await entriesOf(seen.id))[0]?.details).toMatchObject({
      onBehalf: true,
      compared: ['identity-card', 'statement'],
    })
    expect(seen.comparison).toEqual({
      ...{ place: 'window', staffName: '蒋综合', at: seen.acceptance?.at },
      compared: [{ code: 'identity-card', name: '身份证' }],
      onPaper: [
        { code: 'identity-card', name: '身份证' },
        { code: 'statement', name: '声明' },
      ],
    })
    const queue = good(await call(main, contracts.listQueue, li, { queue: 'deciding' })).applications
    expect(queue.map(({ id }) => id)).toContain(seen.id)
    expect((await inboxOf(li)).some(({ page }) => page.includes(seen.id))).toBe(true)
    const taken = good(await call(main, decisions.takeApplication, li, { applicationId: seen.id, version: 1 }))
    expect(taken.handler).toMatchObject({ mine: true })
  })

  it('needs everything that a submission needs, by part', async () => {
    expect(
      await refusedIntake({
        applicant: { ...applicant, identityNumber: '110105194912310021' },
        answers: { shopName: '漓江茶馆', kitchen: 'yes', unknown: 'x' },
        compared: [],
      }),
    ).toEqual([
      'INCOMPLETE',
      [
        'applicant:identityNumber',
        'field:kitchenArea',
        'field:seats',
        'field:unknown',
        'material:identity-card',
        'material:kitchen-plan',
        'material:statement',
      ],
    ])
    expect(await refusedIntake({ compared: ['identity-card'] })).toEqual(['INCOMPLETE', ['material:statement']])
    expect(await refusedIntake({ compared: ['statement', 'site-photo'] })).toEqual([
      'NOT_COMPARED',
      ['material:identity-card'],
    ])
  })

  it('is for items that are published, in scope, by a channel they offer', async () => {
    expect(await refusedIntake({ itemCode: 'no-such-item' })).toEqual(['ITEM_NOT_FOUND', []])
    expect(await refusedIntake({ itemCode: 'elsewhere' })).toEqual(['OUT_OF_SCOPE', []])
    expect(await refusedIntake({ channel: 'onsite-courier' })).toEqual(['CHANNEL_NOT_OFFERED', []])
    expect(await refusedIntake({}, nobodyYet())).toEqual(['FORBIDDEN', []])
  })

  it('serves the number the person came with', async () => {
    const number = good(
      await call(main, windows.takeWalkInNumber, jiang, { area: 'D', itemName: '茶馆许可', personName: '秦漓江' }),
    )
    const { id } = await takeIn({ appointmentId: number.appointmentId })
    const { waiting, served } = good(await call(main, windows.listWaiting, jiang, { area: 'D' }))
    expect([waiting, served]).toEqual([[], 1])
    const entries = await entriesOf(`appointment:${number.appointmentId}`)
    expect(entries.map(({ event, details }) => [event, details.application])).toEqual([
      ['walked-in', undefined],
      ['served', id],
    ])
    // A number that is over, or was never given, does not stand in the way.
    expect((await takeIn({ appointmentId: number.appointmentId })).state).toBe('accepted')
    expect((await takeIn({ appointmentId: 'never-given-to-anybody' })).state).toBe('accepted')
  })
})

describe('a case that is nobody’s account’s', () => {
  it('exists for no resident', async () => {
    const { id, version } = await takeIn()
    for (const by of [nobodyYet(), jiang]) expect(await mineOf(by)).toEqual([])
    const stranger = nobodyYet()
    expect(refusalOf(await call(main, contracts.getApplication, stranger, { applicationId: id }))).toBe('NOT_FOUND')
    expect(refusalOf(await call(main, contracts.withdrawApplication, stranger, { applicationId: id, version }))).toBe(
      'NOT_FOUND',
    )
    for (const by of [undefined, 'timer'] as const) {
      expect(refusalOf(await call(main, contracts.getApplication, by, { applicationId: id }))).toBe('NOT_SIGNED_IN')
      expect(refusalOf(await call(main, contracts.withdrawApplication, by, { applicationId: id, version }))).toBe(
        'NOT_SIGNED_IN',
      )
    }
    expect(refusalOf(await call(main, contracts.getApplication, elsewhere, { applicationId: id }))).toBe('NOT_FOUND')
  })

  it('sends no message to nobody; what its person must hear becomes a call to be made', async () => {
    const { id, version } = await takeIn()
    const { data: toNobody } = await program.database
      .collection('notifications_messages')
      .where({ recipient: '' })
      .get()
    expect(toNobody).toEqual([])
    const tasks = async () =>
      good(await call(notificationsMain, notifications.listPhoneTasks, li, {})).tasks.filter(
        ({ subject }) => subject === id,
      )
    expect(await tasks()).toEqual([])
    const taken = good(await call(main, decisions.takeApplication, li, { applicationId: id, version }))
    const pause = { reason: 'inspection', explanation: '需要现场检验场所', expectedWorkingDays: 5 } as const
    good(await call(main, decisions.suspendApplication, li, { applicationId: id, version: taken.version, ...pause }))
    expect(await tasks()).toMatchObject([{ personName: applicant.name, why: '当事人没有关联账号' }])
    expect((await program.database.collection('notifications_messages').where({ recipient: '' }).get()).data).toEqual(
      [],
    )
  })
})

describe('linking a case with one’s account', () => {
  it('takes it over with receipt and identity number, as people type them, and the messages come from then on', async () => {
    const { id, receiptNumber } = await takeIn()
    const owner = nobodyYet()
    const typed = `${receiptNumber.slice(0, 2).toLowerCase()} ${receiptNumber.slice(2, 10)}-${receiptNumber.slice(10)}`
    expect(good(await link(owner, typed, applicant.identityNumber.toLowerCase()))).toEqual({ applicationId: id })
    expect(await mineOf(owner)).toEqual([id])
    const seen = await look(owner, id)
    expect(seen).toMatchObject({ mine: true, content: { applicant } })
    expect(seen.timeline.at(-1)).toMatchObject({ event: 'linked', actor: { kind: 'applicant' } })
    expect(await inboxOf(owner)).toEqual([])
    const taken = good(await call(main, decisions.takeApplication, li, { applicationId: id, version: 1 }))
    const pause = { reason: 'inspection', explanation: '需要现场检验场所', expectedWorkingDays: 5 } as const
    good(await call(main, decisions.suspendApplication, li, { applicationId: id, version: taken.version, ...pause }))
    expect((await inboxOf(owner)).map(({ title }) => title)).toEqual(['办理进度通知'])
  })

  it('answers alike whatever does not agree, and for a case that has its owner', async () => {
    const { receiptNumber } = await takeIn()
    const [owner, other] = [nobodyYet(), nobodyYet()]
    const answerTo = async (...asked: Parameters<typeof link>) => {
      const answer = await link(...asked)
      return answer.ok ? answer.data : answer.error
    }
    const unknown = await answerTo(other, 'GL20260511000000000')
    expect(unknown).toMatchObject({ code: 'NOT_FOUND' })
    expect(await answerTo(other, receiptNumber, '450302196605150017')).toEqual(unknown)
    good(await link(owner, receiptNumber))
    expect(await answerTo(other, receiptNumber)).toEqual(unknown)
    expect(await answerTo(owner, receiptNumber)).toEqual(unknown)
    expect(await mineOf(other)).toEqual([])
  })

  it('goes to one of two who both know the numbers', async () => {
    const { receiptNumber } = await takeIn()
    const both = await Promise.all([nobodyYet(), nobodyYet()].map((by) => link(by, receiptNumber)))
    expect(both.map((each) => (each.ok ? 'linked' : each.error.code)).sort()).toEqual(['NOT_FOUND', 'linked'])
  })

  it('is closed for an hour after five wrong tries, even to who is right then, and counts no right ones', async () => {
    const { receiptNumber } = await takeIn()
    const owner = nobodyYet()
    good(await link(owner, (await takeIn()).receiptNumber))
    for (let times = 0; times < 5; times += 1) {
      expect(refusalOf(await link(owner, receiptNumber, '450302196605150017'))).toBe('NOT_FOUND')
    }
    expect(refusalOf(await link(owner, receiptNumber))).toBe('TOO_MANY_TRIES')
    program.advance(59 * 60_000)
    expect(refusalOf(await link(owner, receiptNumber))).toBe('TOO_MANY_TRIES')
    program.advance(2 * 60_000)
    expect(good(await link(owner, receiptNumber)).applicationId).toBeDefined()
  })

  it('is not the way to a case that was sent in from an account', async () => {
    const stored = await program.database.collection('applications').where({ ownerId: '' }).limit(100).get()
    expect(stored.data.every(({ identityHash }) => typeof identityHash === 'string')).toBe(true)
    const { receiptNumber, id } = await takeIn()
    // as if it had been sent in by somebody whose account was removed since
    await program.database.collection('applications').doc(id).update({ identityHash: '' })
    expect(refusalOf(await link(nobodyYet(), receiptNumber))).toBe('NOT_FOUND')
  })
})

describe('what is stored', () => {
  it('holds no name or number in the clear, in chains that are unbroken', async () => {
    const everything = Object.entries(program.dump())
      .filter(([name]) => name !== 'staff_members')
      .flatMap(([, documents]) => documents)
      .join('')
    for (const secret of [applicant.identityNumber, applicant.phone, applicant.name]) {
      expect(everything).not.toContain(secret)
    }
    const { data: stored } = await program.database.collection('applications').limit(1000).get()
    for (const { _id, audit } of stored)
      expect([_id, verifyChain(await entriesOf(_id), audit)]).toEqual([_id, undefined])
  })
})
