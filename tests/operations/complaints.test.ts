import fc from 'fast-check'
import Papa from 'papaparse'
import * as contracts from '@shared/contracts/complaints'
import type { InputOf } from '@shared/contracts/contract'
import * as notifications from '@shared/contracts/notifications'
import { checkReceiptNumber, makeReceiptNumber } from '@shared/domain/receipt-number'
import {
  addComplaintCells,
  addComplaintTallies,
  emptyComplaintTally,
  tallyOfComplaint,
  type ComplaintCell,
} from '@shared/domain/complaint-figures'
import { main } from '../../cloudfunctions/complaints'
import { emptyChain, verifyChain } from '../../cloudfunctions/kernel/audit'
import { auditedSubjects } from '../../cloudfunctions/kernel/audited-subjects'
import { personReference } from '../../cloudfunctions/kernel/person-reference'
import type { AuditEntry } from '../../cloudfunctions/kernel/store'
import type { Complaint } from '../../cloudfunctions/complaints/store'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { complainant, complained, complaintIn, send, step, type Followed } from '../support/a-complaint'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(120_000)

const [market, civil] = ['市市场监督管理局', '市民政局']
const [citizen, neighbour] = ['resident-citizen', 'resident-neighbour']
const [handler, colleague, elsewhere] = ['reviewer-handler', 'reviewer-colleague', 'reviewer-elsewhere']
const [supervisor, second] = ['supervisor-wei', 'supervisor-lu']
const desk = { supervisor, handler, department: market } as const
const report = '已核实，叫号设备当日故障，现已修复'
const answer = '您反映的叫号问题属实，设备已修复，窗口已增加引导人员'

let program: Awaited<ReturnType<typeof startProgram>>
beforeEach(async () => {
  program = await startProgram({ phones: [citizen] })
  program.setClock('2026-05-11T10:00:00+08:00')
  await program.addStaff(handler, '李审核', [market])
  await program.addStaff(colleague, '莫审核', [market])
  await program.addStaff(elsewhere, '韦审核', [civil])
  await program.addStaff(supervisor, '韦国强', [civil], ['supervisor'])
  await program.addStaff(second, '陆督查', [market], ['supervisor'])
})
afterEach(() => program.stop())

type Own = InputOf<typeof contracts.answerComplaint>['step']
const look = (by: string, complaintId: string) => call(main, contracts.getComplaint, by, { complaintId })
const seen = async (by: string, complaintId: string) => good(await look(by, complaintId))
const own = (complaint: Followed, taken: Own, by = citizen) =>
  call(main, contracts.answerComplaint, by, { complaintId: complaint.id, version: complaint.version, step: taken })
const tried = (by: string, complaint: Followed, taken: InputOf<typeof contracts.moveComplaint>['step']) =>
  call(main, contracts.moveComplaint, by, { complaintId: complaint.id, version: complaint.version, step: taken })
const list = async (by: string, which: InputOf<typeof contracts.listComplaints>['list']) =>
  good(await call(main, contracts.listComplaints, by, { list: which }))
const ids = async (by: string, which: InputOf<typeof contracts.listComplaints>['list']) =>
  (await list(by, which)).complaints.map(({ id }) => id)
const sweep = async () => good(await call(main, contracts.sweepComplaints, 'timer', {})).done
const rollUp = () => call(main, contracts.rollUpComplaints, 'timer', {}).then(good)
const inbox = async (by: string) => good(await call(notificationsMain, notifications.listInbox, by, {})).messages
const advice = async (by: string) => (await inbox(by)).map(({ lines }) => lines.at(-1)?.text)
const stored = async (id: string) =>
  ((await program.database.collection('complaints').doc(id).get()).data as Complaint[])[0]!
const chainOf = async (id: string) =>
  (
    await program.database
      .collection('audit_entries')
      .where({ subject: `complaint:${id}` })
      .limit(100)
      .get()
  ).data as AuditEntry[]

describe('a complaint, from sending to its end', () => {
  it('goes through receiving, assigning, entrusting, handling, supervising and answering', async () => {
    const sent = await send(citizen)
    expect(sent).toMatchObject({ state: 'sent', seenAs: 'citizen', complainant, actions: ['withdraw'] })
    expect(sent.clock).toMatchObject({ clock: 'receive', dueOn: '2026-05-12' })
    expect(checkReceiptNumber(sent.number, 'TS')).toBeUndefined()
    const received = await step(supervisor, sent, { action: 'receive', kind: 'complaint' })
    expect(received.clock).toMatchObject({ clock: 'answer', dueOn: '2026-06-01' })
    const assigned = await step(supervisor, received, { action: 'assign', department: market, about: [] })
    const entrusted = await step(colleague, assigned, { action: 'entrust', to: personReference(handler) })
    expect(entrusted.handler).toEqual({ mine: false, name: '李审核' })
    const handled = await step(handler, entrusted, { action: 'handle', words: report })
    expect(handled).toMatchObject({ state: 'supervised', report, actions: [] })
    const back = await step(supervisor, handled, { action: 'send-back', words: '请补充整改照片' })
    expect((await seen(handler, sent.id)).sendBackReason).toBe('请补充整改照片')
    const again = await step(handler, back, { action: 'handle', words: report })
    const answered = await step(supervisor, again, { action: 'answer', words: answer })
    expect(await seen(citizen, sent.id)).toMatchObject({ state: 'answered', answer, actions: ['confirm', 'reopen'] })
    const closed = good(await own(answered, { action: 'confirm', satisfied: true }))
    expect(closed).toMatchObject({ state: 'closed', satisfied: true, actions: [] })
    expect(closed).not.toHaveProperty('report')
    expect(closed.timeline.map(({ label, by }) => `${label}/${by}`)).toEqual([
      '提交投诉建议/您',
      '受理/督查人员',
      '转办到责任部门/督查人员',
      '交办承办人/工作人员',
      `上报办理结果/${market}`,
      '督办退回重办/督查人员',
      `上报办理结果/${market}`,
      '反馈办理结果/督查人员',
      '群众确认办结/您',
    ])
  })

  it('tells the citizen of each stage and staff whose turn it is, and writes nothing personal into a message', async () => {
    await complaintIn('answered', citizen, desk)
    expect((await inbox(citizen)).map(({ lines }) => lines[2]?.text)).toEqual(['已反馈', '已受理', '待受理'])
    expect(await advice(supervisor)).toEqual(['办理结果已上报，请核对', '收到投诉建议，请受理'])
    expect(await advice(handler)).toEqual(['交您承办，请按期上报结果', '转来投诉建议，请指定承办人'])
    expect(await advice(elsewhere)).toEqual([])
    const messages = program.dump().notifications_messages?.join('\n') ?? ''
    for (const secret of [complainant.name, complainant.phone, complained.subject, '叫号']) {
      expect(messages).not.toContain(secret)
    }
  })

  it('is asked for again once, with the reason, and then runs a limit anew', async () => {
    const answered = await complaintIn('answered', citizen, desk)
    const reopened = good(await own(answered, { action: 'reopen', reason: '设备又坏了，还是没人叫号' }))
    expect(reopened).toMatchObject({ state: 'handling', clock: { clock: 'answer', dueOn: '2026-06-01' } })
    expect((await seen(handler, answered.id)).reopenReason).toBe('设备又坏了，还是没人叫号')
    expect(await advice(handler)).toContain('群众不满意，请重新办理')
    const handled = await step(handler, reopened, { action: 'handle', words: report })
    const again = await step(supervisor, handled, { action: 'answer', words: answer })
    expect(refusalOf(await own(again, { action: 'reopen', reason: '还是没有解决问题' }))).toBe('WRONG_STATE')
    expect(good(await own(again, { action: 'confirm', satisfied: false })).satisfied).toBe(false)
  })

  it('can be withdrawn until it is assigned', async () => {
    expect(good(await own(await send(citizen), { action: 'withdraw' })).state).toBe('withdrawn')
    expect(good(await own(await complaintIn('received', citizen, desk), { action: 'withdraw' })).state).toBe(
      'withdrawn',
    )
    expect(refusalOf(await own(await complaintIn('assigned', citizen, desk), { action: 'withdraw' }))).toBe(
      'WRONG_STATE',
    )
  })

  it('is declined with the reason', async () => {
    const declined = await step(supervisor, await send(citizen), {
      action: 'decline',
      words: '属于法院管辖，请向临桂区法院提出',
    })
    expect(declined.state).toBe('declined')
    expect((await seen(citizen, declined.id)).declineReason).toBe('属于法院管辖，请向临桂区法院提出')
  })

  it('answers a repeated request the same and sends one', async () => {
    const requestId = 'the-same-request-0001'
    const both = await Promise.all(
      [1, 2].map(() => call(main, contracts.sendComplaint, citizen, complained, requestId)),
    )
    expect(good(both[0]!).id).toBe(good(both[1]!).id)
    expect(good(await call(main, contracts.listMyComplaints, citizen, {})).complaints).toHaveLength(1)
  })

  it('lists the citizen’s own, the latest first, page by page, and nobody else’s', async () => {
    for (let count = 0; count < 4; count += 1) {
      program.advance(60_000)
      await send(neighbour)
    }
    program.advance(3_600_000)
    const sent = []
    for (let count = 0; count < 21; count += 1) {
      program.advance(600_000)
      sent.unshift((await send(citizen)).id)
    }
    const first = good(await call(main, contracts.listMyComplaints, citizen, {}))
    const rest = good(await call(main, contracts.listMyComplaints, citizen, { cursor: first.next! }))
    expect([...first.complaints, ...rest.complaints].map(({ id }) => id)).toEqual(sent)
    expect(rest.next).toBeUndefined()
  })
})

describe('who complains', () => {
  const disclosedDesk = async (disclosed: boolean) => {
    const { id } = await complaintIn('supervised', citizen, desk, { disclosed })
    return seen(handler, id)
  }

  it('is never told to the department, in no answer of any operation', async () => {
    const { id } = await complaintIn('handling', citizen, desk)
    const answers = JSON.stringify([
      await seen(handler, id),
      await list(handler, 'department'),
      await list(handler, 'mine'),
      await call(main, contracts.revealComplainant, handler, { complaintId: id, reason: '需要联系' }),
      await tried(handler, await seen(handler, id), { action: 'handle', words: report }),
    ])
    expect(answers).toContain(complained.subject)
    for (const secret of [complainant.name, complainant.phone, '138****9911', citizen]) {
      expect(answers).not.toContain(secret)
    }
  })

  it('is told to the department masked, once they allow it', async () => {
    expect((await disclosedDesk(true)).complainant).toEqual({ name: '秦**', phone: '138****9911' })
    expect(await disclosedDesk(false)).not.toHaveProperty('complainant')
  })

  it('is shown to a supervisor by a look that stays in the chain', async () => {
    const { id } = await send(citizen)
    expect(await seen(supervisor, id)).not.toHaveProperty('complainant')
    const revealed = await call(main, contracts.revealComplainant, supervisor, { complaintId: id, reason: '核实情况' })
    expect(good(revealed)).toEqual(complainant)
    expect((await seen(citizen, id)).timeline.at(-1)).toMatchObject({ label: '查看投诉人联系方式', by: '督查人员' })
    expect(
      refusalOf(await call(main, contracts.revealComplainant, elsewhere, { complaintId: id, reason: '核实' })),
    ).toBe('FORBIDDEN')
  })

  it('stands nowhere in the clear: not in the database, not in the chain', async () => {
    const complaint = await complaintIn('answered', citizen, desk)
    good(await own(complaint, { action: 'reopen', reason: '秦小满仍不满意' }))
    for (const [name, documents] of Object.entries(program.dump())) {
      for (const secret of [complainant.name, complainant.phone, complained.subject, '叫号设备']) {
        expect([name, documents.some((each) => each.includes(secret))]).toEqual([name, false])
      }
    }
    const chain = await chainOf(complaint.id)
    expect(JSON.stringify(chain)).not.toContain(personReference(citizen))
    expect(chain.filter(({ details }) => 'wordsHash' in details)).toHaveLength(3)
  })

  it('cannot be found by the case either: the receipt number is the department’s only when disclosed', async () => {
    const receiptNumber = makeReceiptNumber('2026-05-01', '48217730')
    await program.database.collection('applications').add({ _id: 'a-case', receiptNumber, ownerId: citizen })
    const hidden = await complaintIn('assigned', citizen, desk, { receiptNumber })
    const shown = await complaintIn('assigned', citizen, desk, { receiptNumber, disclosed: true })
    expect(await seen(handler, hidden.id)).not.toHaveProperty('receiptNumber')
    expect((await seen(handler, shown.id)).receiptNumber).toBe(receiptNumber)
    expect((await seen(supervisor, hidden.id)).receiptNumber).toBe(receiptNumber)
  })

  it('names only cases of their own', async () => {
    const receiptNumber = makeReceiptNumber('2026-05-01', '48217730')
    await program.database.collection('applications').add({ _id: 'a-case', receiptNumber, ownerId: neighbour })
    const naming = (number: string) =>
      call(main, contracts.sendComplaint, citizen, { ...complained, receiptNumber: number })
    expect(refusalOf(await naming(receiptNumber))).toBe('RECEIPT_NOT_FOUND')
    expect(refusalOf(await naming(makeReceiptNumber('2026-05-01', '00000000')))).toBe('RECEIPT_NOT_FOUND')
  })
})

describe('who sees a complaint', () => {
  it('is the citizen, supervisors of whatever department, and the department once it is assigned', async () => {
    const { id, version } = await complaintIn('received', citizen, desk)
    const sees = async () =>
      (await Promise.all([citizen, neighbour, supervisor, second, handler, elsewhere].map((by) => look(by, id)))).map(
        ({ ok }) => ok,
      )
    expect(await sees()).toEqual([true, false, true, true, false, false])
    await step(supervisor, { id, version }, { action: 'assign', department: market, about: [] })
    expect(await sees()).toEqual([true, false, true, true, true, false])
  })

  it('is never whom it complains of, not even as a supervisor: no look, no row, no count, no message', async () => {
    const received = await complaintIn('received', citizen, desk)
    const before = await inbox(second).then(({ length }) => length)
    const about = [personReference(second), personReference(colleague)]
    const assigned = await step(supervisor, received, { action: 'assign', department: market, about })
    expect(assigned.about?.map(({ name }) => name).sort()).toEqual(['莫审核', '陆督查'])
    for (const by of [second, colleague]) {
      expect(refusalOf(await look(by, received.id))).toBe('NOT_FOUND')
      expect(await list(by, 'department')).toMatchObject({ complaints: [], counts: { department: 0 } })
      expect(refusalOf(await tried(by, assigned, { action: 'entrust', to: personReference(handler) }))).toBe(
        'NOT_FOUND',
      )
    }
    expect(refusalOf(await call(main, contracts.findDuplicates, second, { complaintId: received.id }))).toBe(
      'NOT_FOUND',
    )
    const alike = await send(citizen)
    const { duplicates } = good(await call(main, contracts.findDuplicates, second, { complaintId: alike.id }))
    expect(duplicates).toEqual([])
    program.setClock('2026-06-02T10:00:00+08:00')
    await sweep()
    expect(await list(handler, 'department')).toMatchObject({ counts: { department: 1 } })
    // They heard of it when it came, before anybody said whom it is about; never again.
    expect((await inbox(second)).filter(({ page }) => page.includes(received.id)).length).toBe(before)
    expect((await inbox(colleague)).length).toBe(0)
  })

  it('takes whoever handles the case for whom it complains of, until a supervisor says who is', async () => {
    const receiptNumber = makeReceiptNumber('2026-05-01', '48217730')
    await program.database
      .collection('applications')
      .add({ _id: 'a-case', receiptNumber, ownerId: citizen, handledBy: handler })
    const sent = await send(citizen, { receiptNumber })
    expect((await seen(supervisor, sent.id)).about).toEqual([{ id: personReference(handler), name: '李审核' }])
    const wish = await send(citizen, { receiptNumber, kind: 'request' })
    expect((await seen(supervisor, wish.id)).about).toEqual([])
  })

  it('entrusts nobody it complains of and not its author, and says not which of the two', async () => {
    const byAuthor = await complaintIn('received', colleague, desk)
    const about = [personReference(handler)]
    const assigned = await step(supervisor, byAuthor, { action: 'assign', department: market, about })
    for (const to of [handler, colleague]) {
      expect(refusalOf(await tried(supervisor, assigned, { action: 'entrust', to: personReference(to) }))).toBe(
        'CANNOT_HANDLE',
      )
    }
    expect(refusalOf(await tried(supervisor, assigned, { action: 'entrust', to: personReference(elsewhere) }))).toBe(
      'MEMBER_NOT_FOUND',
    )
  })

  it('lets no supervisor name themselves as complained of and go on', async () => {
    const received = await complaintIn('received', citizen, desk)
    const assignment = { action: 'assign' as const, department: market, about: [personReference(supervisor)] }
    expect(refusalOf(await tried(supervisor, received, assignment))).toBe('YOURSELF')
  })

  it('shows each list to whom it concerns, what is due first standing first', async () => {
    const late = await complaintIn('handling', citizen, desk)
    program.setClock('2026-05-12T10:00:00+08:00')
    const later = await complaintIn('handling', neighbour, desk)
    const waiting = await complaintIn('answered', neighbour, desk)
    const fresh = await send(neighbour)
    expect(await ids(handler, 'mine')).toEqual([late.id, later.id])
    expect(await ids(colleague, 'mine')).toEqual([])
    expect(await ids(colleague, 'department')).toEqual([late.id, later.id])
    expect(await ids(elsewhere, 'department')).toEqual([])
    expect(await ids(supervisor, 'new')).toEqual([fresh.id])
    expect(await ids(handler, 'new')).toEqual([])
    expect(await ids(supervisor, 'waiting')).toEqual([waiting.id])
    expect((await list(supervisor, 'done')).counts).toEqual({
      new: 1,
      assign: 0,
      department: 2,
      mine: 0,
      supervise: 0,
      waiting: 1,
    })
  })
})

describe('a complaint about a supervisor', () => {
  const text = '督查员韦国强接到电话后态度生硬，说这事不归他管，随后挂断了电话。'

  it('never reaches whom it names, and comes to the others', async () => {
    const sent = await send(citizen, { text })
    expect(await look(supervisor, sent.id)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    expect([await ids(supervisor, 'new'), await ids(second, 'new')]).toEqual([[], [sent.id]])
    expect(await inbox(supervisor)).toEqual([])
    expect(await advice(second)).toEqual(['收到投诉建议，请受理'])
    expect(refusalOf(await tried(supervisor, sent, { action: 'receive', kind: 'complaint' }))).toBe('NOT_FOUND')
  })

  it('is known by the field for the name too, whatever kind the citizen took it for, and however it is spaced', async () => {
    const { text: plain } = complained
    const sent = await send(citizen, { kind: 'request', text: plain, complainedOf: '韦 国强、某某' })
    expect(refusalOf(await look(supervisor, sent.id))).toBe('NOT_FOUND')
    expect([await ids(supervisor, 'new'), await ids(second, 'new')]).toEqual([[], [sent.id]])
    expect(await inbox(supervisor)).toEqual([])
    const other = await send(neighbour, { text: plain })
    const { duplicates } = good(await call(main, contracts.findDuplicates, supervisor, { complaintId: other.id }))
    expect(duplicates).toEqual([])
    expect([(await seen(citizen, sent.id)).complainedOf, (await seen(second, sent.id)).complainedOf]).toEqual([
      '韦 国强、某某',
      '韦 国强、某某',
    ])
    expect(program.dump().complaints?.join('\n')).not.toContain('国强')
  })

  it('stays hidden from whom it names when a colleague assigns it and keeps whom it is about', async () => {
    const sent = await send(citizen, { text })
    const received = await step(second, sent, { action: 'receive', kind: 'complaint' })
    const about = received.about?.map(({ id }) => id) ?? []
    expect(received.about?.map(({ name }) => name)).toEqual(['韦国强'])
    await step(second, received, { action: 'assign', department: market, about })
    expect(refusalOf(await look(supervisor, sent.id))).toBe('NOT_FOUND')
  })

  it('and one about a member of the department it names comes to their colleagues alone', async () => {
    const sent = await send(citizen, { department: market, complainedOf: '莫 审核' })
    const received = await step(supervisor, sent, { action: 'receive', kind: 'complaint' })
    expect(received.about).toMatchObject([{ name: '莫审核' }])
    expect((await stored(sent.id)).about).toEqual([personReference(colleague)])
  })

  it('does not even have its number told to an administrator whom it names', async () => {
    const [both, administrator] = ['supervisor-both', 'administrator-lu']
    await program.addStaff(both, '黄两任', [], ['supervisor', 'administrator'])
    await program.addStaff(administrator, '陆静怡', [], ['administrator'])
    await send(citizen, { text: `${text}陆督查和黄两任也一样。` })
    expect([await inbox(both), await advice(administrator)]).toEqual([[], ['没有督查人员可以办理，请增派']])
  })

  it('that leaves no supervisor has the administrators appoint one, who then deals with it', async () => {
    const administrator = 'administrator-lu'
    await program.addStaff(administrator, '陆静怡', [], ['administrator'])
    const sent = await send(citizen, { text: `${text}陆督查也一样。` })
    expect([await inbox(supervisor), await inbox(second)]).toEqual([[], []])
    expect(await inbox(administrator)).toMatchObject([{ page: 'packages/administration/members/index' }])
    expect(await look(administrator, sent.id)).toMatchObject({ ok: false })
    await program.addStaff('supervisor-new', '黄新任', [], ['supervisor'])
    expect(await ids('supervisor-new', 'new')).toEqual([sent.id])
    expect((await step('supervisor-new', sent, { action: 'receive', kind: 'complaint' })).state).toBe('received')
  })
})

describe('the limits', () => {
  it('are escalated to the supervisors once at amber and once at red', async () => {
    const handling = await complaintIn('handling', citizen, desk)
    program.setClock('2026-05-26T10:00:00+08:00')
    expect(await sweep()).toBe(0)
    program.setClock('2026-05-27T10:00:00+08:00')
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    expect(await advice(second)).toContain('办理时限2026年6月1日到期')
    program.setClock('2026-06-01T23:00:00+08:00')
    expect(await sweep()).toBe(0)
    program.setClock('2026-06-02T00:10:00+08:00')
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    expect((await chainOf(handling.id)).filter(({ event }) => event === 'escalated')).toHaveLength(2)
    expect(await stored(handling.id)).toMatchObject({ overran: true, version: handling.version })
  })

  it('counted before the year’s holidays were known are counted afresh once they are, with an entry', async () => {
    const handling = await complaintIn('handling', citizen, desk)
    const { clock } = await stored(handling.id)
    // As if no holiday of 2026 had been known: due a day too early.
    const guessed = { ...clock?.deadline, dueOn: '2026-05-29', provisional: true }
    await program.database
      .collection('complaints')
      .doc(handling.id)
      .update({ clock: { name: clock?.name, deadline: guessed }, provisionalOn: '2026-05-29' })
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    expect((await seen(citizen, handling.id)).clock).toMatchObject({ dueOn: '2026-06-01', provisional: false })
    expect((await seen(citizen, handling.id)).timeline.at(-1)).toMatchObject({
      label: '节假日安排公布，办理时限改为2026年6月1日',
    })
    const after = await stored(handling.id)
    expect(after).toMatchObject({ provisionalOn: '', version: handling.version })
    expect(verifyChain(await chainOf(handling.id), after.audit)).toBeUndefined()
  })

  it('resting on a year that is still unknown wait for its notice', async () => {
    program.setClock('2031-12-20T10:00:00+08:00')
    const sent = await send(citizen)
    expect(sent.clock).toMatchObject({ provisional: true })
    expect((await stored(sent.id)).provisionalOn).toBe(sent.clock?.dueOn)
    expect(await sweep()).toBe(0)
  })

  it('are extended once by ten working days, with the reason told', async () => {
    const handling = await complaintIn('handling', citizen, desk)
    const extended = await step(supervisor, handling, { action: 'extend', words: '需要等待设备检测报告' })
    expect(extended.clock?.dueOn).toBe('2026-06-15')
    expect((await seen(citizen, handling.id)).extensionReason).toBe('需要等待设备检测报告')
    expect(refusalOf(await tried(supervisor, extended, { action: 'extend', words: '再次延长期限' }))).toBe(
      'WRONG_STATE',
    )
  })

  it.each([
    ['consultation', '2026-05-13'],
    ['request', '2026-05-25'],
    ['complaint', '2026-06-01'],
  ] as const)('of a %s ends on %s, by the kind the centre sees in it', async (kind, dueOn) => {
    const received = await step(supervisor, await send(citizen), { action: 'receive', kind })
    expect(received.clock?.dueOn).toBe(dueOn)
  })

  it('close what the citizen says nothing to for five working days', async () => {
    const { id } = await complaintIn('answered', citizen, desk)
    program.setClock('2026-05-18T23:30:00+08:00')
    expect(await sweep()).toBe(0)
    program.setClock('2026-05-19T00:10:00+08:00')
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    const lapsed = await seen(citizen, id)
    expect(lapsed.state).toBe('closed')
    expect(lapsed).not.toHaveProperty('satisfied')
  })

  it('leave a whole chain behind, that the audit knows', async () => {
    const complaint = await complaintIn('answered', citizen, desk)
    const kept = await stored(complaint.id)
    expect(verifyChain(await chainOf(complaint.id), kept.audit)).toBeUndefined()
    expect(verifyChain(await chainOf(complaint.id), emptyChain)).toBeDefined()
    const { subjectOf } = auditedSubjects.find(({ collection }) => collection === 'complaints')!
    expect(subjectOf(kept as never)).toBe(`complaint:${complaint.id}`)
  })
})

describe('complaints about the same matter', () => {
  const duplicates = async (complaintId: string) =>
    good(await call(main, contracts.findDuplicates, supervisor, { complaintId })).duplicates

  it('are found by person, by case and by words, and say why', async () => {
    const receiptNumber = makeReceiptNumber('2026-05-01', '48217730')
    await program.database.collection('applications').add({ _id: 'a-case', receiptNumber, ownerId: citizen })
    const other = { subject: '不动产登记费用不一致', text: '收费与公示的标准不一致，希望退还多收的部分。' }
    const samePhone = await send(neighbour, other)
    const sameWords = await send('resident-third', {
      complainant: { name: '某某某', phone: '13900000001' },
      text: `${complained.text}谢谢`,
    })
    const nothing = await send('resident-fourth', { ...other, complainant: { name: '某某某', phone: '13900000002' } })
    const sameCase = await send(citizen, {
      ...other,
      receiptNumber,
      complainant: { name: '某某某', phone: '13900000003' },
    })
    const asked = await send(citizen, { receiptNumber })
    const found = await duplicates(asked.id)
    const why = new Map(found.map((each) => [each.complaint.id, each.why]))
    expect(why.get(samePhone.id)).toEqual(['同一人提交'])
    expect(why.get(sameCase.id)).toEqual(['同一人提交', '同一收件编号'])
    expect(why.get(sameWords.id)?.join()).toMatch(/^内容相近（9\d%）$/)
    expect(why.has(nothing.id)).toBe(false)
    expect(why.has(asked.id)).toBe(false)
  })

  it('are looked for in the last ninety days', async () => {
    await send(citizen)
    program.setClock('2026-08-08T10:00:00+08:00')
    const within = await send(citizen)
    expect(await duplicates(within.id)).toHaveLength(1)
    program.setClock('2026-08-10T10:00:00+08:00')
    const after = await send(citizen)
    expect((await duplicates(after.id)).map(({ complaint }) => complaint.id)).toEqual([within.id])
  })

  it('are read by index: as many requests for a thousand complaints as for one', async () => {
    const asked = await send(citizen)
    const kept = await stored(asked.id)
    const requests = () => program.countRequests(() => duplicates(asked.id))
    const few = (await requests()).length
    for (let count = 0; count < 300; count += 1) {
      const { _id: _own, ...others } = kept
      await program.database.collection('complaints').add({
        ...others,
        _id: `another-${String(count)}`,
        number: `TS-${String(count)}`,
        ownerId: `resident-${String(count)}`,
        phoneHash: String(count),
        marks: [String(count)],
      })
    }
    expect((await requests()).length).toBe(few)
  })

  it('are merged: the citizen of the one gets the answer of the other, and learns nothing else of it', async () => {
    const first = await complaintIn('supervised', citizen, desk)
    const second_ = await send(neighbour)
    const merged = await step(supervisor, second_, { action: 'merge', into: first.id })
    expect(merged).toMatchObject({ state: 'closed', mergedInto: first.number })
    expect(await seen(supervisor, first.id)).toMatchObject({ mergedCount: 1 })
    await step(supervisor, first, { action: 'answer', words: answer })
    const theirs = await seen(neighbour, second_.id)
    expect(theirs.answer).toBe(answer)
    expect(JSON.stringify(theirs)).not.toContain(first.number)
    expect(await advice(neighbour)).toContain('合并办理的投诉已有答复')
  })

  it('are merged only into another one that is certain to be answered', async () => {
    const asked = await send(citizen)
    const fresh = await send(neighbour)
    const over = good(await own(await send(citizen), { action: 'withdraw' }))
    const target = async (into: string) => refusalOf(await tried(supervisor, asked, { action: 'merge', into }))
    expect(await target(asked.id)).toBe('MERGE_TARGET')
    expect(await target(over.id)).toBe('MERGE_TARGET')
    expect(await target(fresh.id)).toBe('MERGE_TARGET')
    expect(await target('AAAAAAAAAAAAAAAAAAAA')).toBe('MERGE_TARGET')
    expect((await stored(asked.id)).version).toBe(1)
  })
})

describe('the figures', () => {
  const figures = async (from = '2026-05', to = '2026-05') =>
    good(await call(main, contracts.getComplaintFigures, supervisor, { from, to }))

  it('are the department’s that answers, and hide shares below five', async () => {
    for (let count = 0; count < 5; count += 1) {
      if (count === 4) {
        await rollUp()
        expect((await figures()).rows).toMatchObject([{ department: market, received: 4, answered: 4 }])
        expect((await figures()).rows[0]).not.toHaveProperty('score')
      }
      program.advance(60_000)
      const answered = await complaintIn('answered', citizen, desk, { department: civil })
      good(await own(answered, { action: 'confirm', satisfied: count > 0 }))
    }
    await send(citizen, { department: civil })
    await rollUp()
    const { rows, months, rolledUpAt } = await figures()
    expect(rolledUpAt).toBeGreaterThan(0)
    expect(rows).toEqual(
      [
        expect.objectContaining({ department: market, received: 5, onTime: 1, satisfied: 0.8, score: 90 }),
        expect.objectContaining({
          department: civil,
          received: 1,
          byKind: { consultation: 0, request: 0, complaint: 1 },
        }),
      ].sort((one, other) =>
        (one as { department: string }).department < (other as { department: string }).department ? -1 : 1,
      ),
    )
    expect(months).toEqual([{ month: '2026-05', received: 6, answered: 5, onTime: 1 }])
  })

  it('come as a file with the rows that are shown, and nothing that is not', async () => {
    for (let count = 0; count < 5; count += 1) {
      program.advance(60_000)
      good(await own(await complaintIn('answered', citizen, desk), { action: 'confirm', satisfied: count > 0 }))
    }
    await send(neighbour, { department: civil })
    await rollUp()
    const months = { from: '2026-05', to: '2026-05' }
    const { csv } = good(await call(main, contracts.exportComplaintFigures, supervisor, months))
    expect(csv.startsWith('\ufeff部门' + ',')).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true })
    const { rows } = await figures()
    expect(data.map((row) => [row.部门, row.收件])).toEqual(
      rows.map(({ department, received }) => [department, String(received)]),
    )
    expect(data.find((row) => row.部门 === market)).toMatchObject({
      ...{ 得分: '90', 投诉举报: '5', 咨询: '0', '按时率（%）': '100', '满意率（%）': '80' },
    })
    expect(data.find((row) => row.部门 === civil)).toMatchObject({ 得分: '不足5件', '按时率（%）': '' })
    expect(refusalOf(await call(main, contracts.exportComplaintFigures, handler, months))).toBe('FORBIDDEN')
  })

  it('change with what becomes of a complaint later, in the month it was sent', async () => {
    const answered = await complaintIn('answered', citizen, desk)
    await rollUp()
    program.setClock('2026-06-03T10:00:00+08:00')
    await sweep()
    await rollUp()
    program.setClock('2026-06-03T12:00:00+08:00')
    expect((await figures()).rows).toMatchObject([{ received: 1, answered: 1, reopened: 0 }])
    expect((await figures('2026-06', '2026-06')).rows).toEqual([])
    expect((await seen(citizen, answered.id)).state).toBe('closed')
  })

  it('equal a recount of the raw complaints, whatever happened in whatever order', async () => {
    const steps = fc.array(
      fc.record({ who: fc.nat(5), what: fc.nat(7), hours: fc.integer({ min: 0, max: 200 }), rolls: fc.boolean() }),
      { minLength: 20, maxLength: 40 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        for (const { who, what, hours, rolls } of history) {
          program.advance(hours * 3_600_000)
          await happen(who, what)
          if (rolls) await rollUp()
        }
        await sweep()
        await rollUp()
        const { data } = await program.database.collection('complaints').limit(1000).get()
        const all = data as Complaint[]
        const cells = addComplaintCells([
          all.map((each): ComplaintCell => ({
            department: [each.assignedTo, each.department].find((name) => name !== '') ?? '尚未转办',
            ...tallyOfComplaint({ ...each, satisfied: each.satisfied }),
          })),
        ])
        const months = await program.database.collection('complaints_months').limit(100).get()
        const rolled = addComplaintCells((months.data as { cells: ComplaintCell[] }[]).map((month) => month.cells))
        expect(rolled).toEqual(cells)
        const total = cells.reduce(addComplaintTallies, emptyComplaintTally)
        expect(total.received).toBe(all.length)
      }),
      { numRuns: 4 },
    )
  })

  const people = [citizen, neighbour, 'resident-a', 'resident-b', 'resident-c', 'resident-d']
  /** One thing that may happen to the complaint of one of six people; what is not its turn is refused. */
  async function happen(who: number, what: number): Promise<void> {
    const by = people[who]!
    const { complaints } = good(await call(main, contracts.listMyComplaints, by, {}))
    const latest = complaints[0]
    if (latest === undefined || what === 0) {
      await call(main, contracts.sendComplaint, by, { ...complained, ...(who % 2 === 0 ? { department: civil } : {}) })
      return
    }
    const at = await seen(by, latest.id)
    const to = personReference(handler)
    switch (what) {
      case 1:
        await tried(supervisor, at, { action: 'receive', kind: who % 2 === 0 ? 'consultation' : 'request' })
        break
      case 2:
        await tried(supervisor, at, { action: 'assign', department: market, about: [] })
        await tried(supervisor, await seen(by, latest.id), { action: 'entrust', to })
        break
      case 3:
        await tried(handler, at, { action: 'handle', words: report })
        break
      case 4:
        await tried(supervisor, at, { action: 'send-back', words: '请补充材料' })
        break
      case 5:
        await tried(supervisor, at, { action: 'answer', words: answer })
        break
      case 6:
        await own(
          at,
          who % 2 === 0 ? { action: 'confirm', satisfied: who === 0 } : { action: 'reopen', reason: '没有解决问题' },
          by,
        )
        break
      default:
        await sweep()
    }
  }
})
