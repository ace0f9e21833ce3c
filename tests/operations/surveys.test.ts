import { randomBytes } from 'node:crypto'
import type { InputOf } from '@shared/contracts/contract'
import * as notifications from '@shared/contracts/notifications'
import * as contracts from '@shared/contracts/surveys'
import type { Rectification } from '../../cloudfunctions/surveys/store'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { emptyChain, type AuditHead } from '../../cloudfunctions/kernel/audit'
import { auditedSubjects } from '../../cloudfunctions/kernel/audited-subjects'
import { chainFaults, linkOf } from '../../cloudfunctions/kernel/chain-faults'
import { derivedId } from '../../cloudfunctions/kernel/ids'
import type { AuditEntry } from '../../cloudfunctions/kernel/store'
import { main } from '../../cloudfunctions/surveys'
import { aClosedCase } from '../support/a-closed-case'
import { applicant } from '../support/an-application'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(120_000)

const market = '市市场监督管理局'
const [owner, stranger] = ['resident-owner', 'resident-stranger']
const [handler, colleague, elsewhere] = ['reviewer-handler', 'reviewer-colleague', 'reviewer-elsewhere']
const supervisor = 'supervisor-wei'

let program: Awaited<ReturnType<typeof startProgram>>
beforeEach(async () => {
  program = await startProgram({ phones: [owner, stranger] })
  program.setClock('2026-05-11T10:00:00+08:00')
  await program.addStaff(handler, '李审核', [market])
  await program.addStaff(colleague, '莫审核', [market])
  await program.addStaff(elsewhere, '韦审核', ['市民政局'])
  await program.addStaff(supervisor, '韦国强', [market], ['supervisor'])
})
afterEach(() => program.stop())

const aTicket = () => randomBytes(18).toString('base64url')
const anonymously = (ticket = aTicket()) => ({ kind: 'anonymous', ticket }) as const
const byName = { kind: 'named' } as const
const praised = { grade: 5, tags: ['quick'], praise: { whom: '莫审核', words: '说得清楚，办得快' } } as const
const bad = { grade: 2, tags: ['waited-long'], comment: '排队两个小时' } as const
type Content = InputOf<typeof contracts.rateApplication>['content']
const content = (given: object): Content => structuredClone(given) as Content

const rate = (applicationId: string, given: object = { grade: 5, tags: [] }, author: object = byName, by = owner) =>
  call(main, contracts.rateApplication, by, {
    applicationId,
    content: content(given),
    author: author as { kind: 'named' },
  })
const visit = (given: object = { grade: 4, tags: [] }, author: object = byName, by = owner, window = 'D03') =>
  call(main, contracts.rateVisit, by, { window, content: content(given), author: author as { kind: 'named' } })
const sweep = async () => good(await call(main, contracts.sweepSurveys, 'timer', {})).done
const invitation = async (applicationId: string) =>
  good(await call(main, contracts.getInvitation, owner, { applicationId }))
const list = async (by = colleague, which: 'open' | 'citizen' | 'done' = 'open') =>
  good(await call(main, contracts.listRectifications, by, { list: which })).rectifications
const move = (by: string, step: Omit<InputOf<typeof contracts.moveRectification>, 'words'>) =>
  call(main, contracts.moveRectification, by, { ...step, words: '已核实，窗口当日叫号设备故障' })
const at = ({ id, version }: { id: string; version: number }) => ({ rectificationId: id, version })
const stored = async (name: string) =>
  (await program.database.collection(name).limit(1000).get()).data as Record<string, unknown>[]
const inboxOf = async (by: string) => good(await call(notificationsMain, notifications.listInbox, by, {})).messages

describe('rating a matter', () => {
  it('asks the applicant by message when the case is closed, and shows it among their own', async () => {
    const applicationId = await aClosedCase(program, owner)
    expect((await inboxOf(owner)).map(({ title, page }) => [title, page])).toEqual([
      ['服务评价提醒', `packages/surveys/rate/index?id=${applicationId}`],
    ])
    const { invitations } = good(await call(main, contracts.listInvitations, owner, {}))
    expect(invitations).toMatchObject([{ applicationId, standing: 'open', openUntil: '2026-06-10' }])
    expect(good(await call(main, contracts.listInvitations, stranger, {})).invitations).toEqual([])
  })

  it('takes one answer a matter, however many phones send at once', async () => {
    const applicationId = await aClosedCase(program, owner)
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        rate(applicationId, { grade: 5, tags: [] }, place % 2 === 0 ? byName : anonymously()),
      ),
    )
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(sent.filter(({ ok }) => !ok).map(refusalOf))).toEqual(new Set(['ALREADY_RATED']))
    expect(await stored('surveys_answers')).toHaveLength(1)
  })

  it('answers a repeated request the same, named or not, and changes nothing', async () => {
    for (const author of [byName, anonymously()]) {
      const input = { applicationId: await aClosedCase(program, owner), content: content(bad), author }
      const requestId = randomBytes(12).toString('hex')
      const first = good(await call(main, contracts.rateApplication, owner, input, requestId))
      expect(good(await call(main, contracts.rateApplication, owner, input, requestId))).toEqual(first)
      const other = { ...input, content: content({ grade: 5, tags: [] }) }
      expect(refusalOf(await call(main, contracts.rateApplication, owner, other, requestId))).toBe('REQUEST_REUSED')
    }
    expect(await stored('surveys_answers')).toHaveLength(2)
  })

  it('takes none from anybody else, staff of the department among them', async () => {
    const applicationId = await aClosedCase(program, owner)
    for (const by of [stranger, colleague, supervisor]) {
      expect(refusalOf(await rate(applicationId, bad, byName, by))).toBe('NOT_FOUND')
      expect(refusalOf(await rate(applicationId, bad, anonymously(), by))).toBe('NOT_FOUND')
    }
    expect(await stored('surveys_answers')).toEqual([])
  })

  it.each([
    ['the thirtieth day after closing', '2026-06-10T23:59:00+08:00', 'open'],
    ['the day after', '2026-06-11T00:00:30+08:00', 'over'],
  ])('is open for thirty days: %s', async (_when, instant, standing) => {
    const applicationId = await aClosedCase(program, owner)
    program.setClock(instant)
    expect((await invitation(applicationId)).standing).toBe(standing)
    const answer = await rate(applicationId)
    expect(answer.ok ? 'open' : 'over').toBe(standing)
    if (!answer.ok) expect(answer.error.code).toBe('SURVEY_OVER')
    await sweep()
    expect((await invitation(applicationId)).standing).toBe(answer.ok ? 'answered' : 'over')
  })

  it('reminds once after three days, and nobody who answered', async () => {
    const [silent, answered] = [await aClosedCase(program, owner), await aClosedCase(program, stranger)]
    good(await rate(answered, { grade: 4, tags: [] }, anonymously(), stranger))
    program.setClock('2026-05-14T09:59:00+08:00')
    expect(await sweep()).toBe(0)
    program.setClock('2026-05-14T10:01:00+08:00')
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    expect((await inboxOf(owner)).map(({ page }) => page)).toEqual(
      Array.from({ length: 2 }, () => `packages/surveys/rate/index?id=${silent}`),
    )
    expect(await inboxOf(stranger)).toHaveLength(1)
  })

  it.each([
    ['by name', byName, (applicationId: string) => ({ kind: 'named', applicationId }) as const],
    ['anonymously', anonymously('a'.repeat(24)), () => ({ kind: 'anonymous', ticket: 'a'.repeat(24) }) as const],
  ])('may be amended once within seven days, %s', async (_how, author, which) => {
    const applicationId = await aClosedCase(program, owner)
    good(await rate(applicationId, { grade: 4, tags: ['quick'] }, author))
    const amend = (given: object) =>
      call(main, contracts.amendRating, owner, { of: which(applicationId), content: content(given) })
    program.setClock('2026-05-18T23:59:00+08:00')
    expect(good(await amend(bad))).toEqual({ opensRectification: true })
    expect(await stored('surveys_answers')).toMatchObject([{ grade: 2, day: '2026-05-11', tags: ['waited-long'] }])
    expect(refusalOf(await amend({ grade: 5, tags: [] }))).toBe('AMEND_OVER')
  })

  it('may not be amended on the eighth day, nor by anybody else', async () => {
    const applicationId = await aClosedCase(program, owner)
    const ticket = aTicket()
    good(await rate(applicationId))
    good(await visit({ grade: 4, tags: [] }, anonymously(ticket)))
    const amend = (by: string, of: InputOf<typeof contracts.amendRating>['of']) =>
      call(main, contracts.amendRating, by, { of, content: content({ grade: 1, tags: [] }) })
    expect(refusalOf(await amend(stranger, { kind: 'named', applicationId }))).toBe('NOT_FOUND')
    expect(refusalOf(await amend(stranger, { kind: 'visit', window: 'D03', day: '2026-05-11' }))).toBe('NOT_FOUND')
    expect(refusalOf(await amend(owner, { kind: 'anonymous', ticket: aTicket() }))).toBe('NOT_FOUND')
    program.setClock('2026-05-19T00:00:30+08:00')
    expect(refusalOf(await amend(owner, { kind: 'named', applicationId }))).toBe('AMEND_OVER')
    expect(refusalOf(await amend(owner, { kind: 'anonymous', ticket }))).toBe('AMEND_OVER')
  })

  it('shows a named answer to its author again, an anonymous one to nobody', async () => {
    const [named, anonymous] = [await aClosedCase(program, owner), await aClosedCase(program, owner)]
    good(await rate(named, bad))
    good(await rate(anonymous, bad, anonymously()))
    expect((await invitation(named)).answer).toMatchObject({ content: bad })
    const seen = await invitation(anonymous)
    expect([seen.standing, seen.answer]).toEqual(['answered-anonymously', undefined])
  })

  it('takes no reasons for a good answer with a bad one', async () => {
    const applicationId = await aClosedCase(program, owner)
    expect(refusalOf(await rate(applicationId, { grade: 1, tags: ['quick'] }))).toBe('INVALID_INPUT')
  })
})

describe('rating a visit', () => {
  it('knows the window behind every code', async () => {
    const window = good(await call(main, contracts.getRatedWindow, undefined, { window: 'D03' }))
    expect(window).toEqual({
      window: 'D03',
      name: 'D区 食品药品窗口',
      department: market,
      place: '3楼D区 商事登记服务区',
    })
  })

  it('takes one answer a person, window and day, by whatever way', async () => {
    expect(good(await visit({ grade: 4, tags: [] }, anonymously())).day).toBe('2026-05-11')
    expect(refusalOf(await visit())).toBe('ALREADY_RATED')
    expect(refusalOf(await visit({ grade: 4, tags: [] }, anonymously()))).toBe('ALREADY_RATED')
    good(await visit({ grade: 4, tags: [] }, byName, owner, 'D04'))
    good(await visit({ grade: 4, tags: [] }, byName, stranger))
    program.setClock('2026-05-12T08:00:00+08:00')
    good(await visit())
    expect(await stored('surveys_answers')).toHaveLength(4)
  })

  it('takes one of twenty that are sent at once', async () => {
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, place) => visit({ grade: 4, tags: [] }, place % 2 === 0 ? byName : anonymously())),
    )
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(sent.filter(({ ok }) => !ok).map(refusalOf))).toEqual(new Set(['ALREADY_RATED']))
    expect(await stored('surveys_answers')).toHaveLength(1)
  })

  it('may be amended by its window and day', async () => {
    const { day } = good(await visit())
    const amended = { of: { kind: 'visit', window: 'D03', day }, content: content(bad) } as const
    expect(good(await call(main, contracts.amendRating, owner, amended))).toEqual({ opensRectification: true })
    const of = { kind: 'visit', window: 'D03', day } as const
    const followed = (by: string) => call(main, contracts.getMyRectification, by, { of })
    expect(good(await followed(owner)).rectification).toMatchObject({ state: 'reported', anonymous: false })
    expect(good(await followed(stranger)).rectification).toBeUndefined()
  })

  it('forgets the next day who rated a window', async () => {
    good(await visit({ grade: 4, tags: [] }, anonymously()))
    await sweep()
    expect(await stored('surveys_visit_tokens')).toHaveLength(1)
    program.setClock('2026-05-12T00:01:00+08:00')
    await sweep()
    expect(await stored('surveys_visit_tokens')).toEqual([])
  })
})

describe('praise', () => {
  const wall = async () => good(await call(main, contracts.listPraise, undefined, {})).praise

  it('of a named answer is for everybody once WeChat passed it', async () => {
    good(await rate(await aClosedCase(program, owner), praised))
    expect(await wall()).toEqual([
      { id: expect.any(String) as string, ...praised.praise, department: market, month: '2026-05' },
    ])
  })

  it('that WeChat refuses is sent back, and nothing is kept', async () => {
    const words = { ...praised, praise: { whom: '莫审核', words: '违规测试' } }
    const applicationId = await aClosedCase(program, owner)
    expect(refusalOf(await rate(applicationId, words))).toBe('NOT_ALLOWED_TEXT')
    expect(refusalOf(await visit(words))).toBe('NOT_ALLOWED_TEXT')
    expect([await stored('surveys_answers'), await wall()]).toEqual([[], []])
  })

  it('of an anonymous answer is asked nobody about and shown to nobody outside', async () => {
    const words = { ...praised, praise: { whom: '莫审核', words: '违规测试' } }
    good(await rate(await aClosedCase(program, owner), words, anonymously()))
    await sweep()
    expect([await wall(), await stored('surveys_praise')]).toEqual([[], []])
  })

  it('waits while WeChat does not answer, and is looked at again by the timer', async () => {
    const there = process.env.WECHAT_API
    process.env.WECHAT_API = 'http://127.0.0.1:9'
    good(await rate(await aClosedCase(program, owner), praised))
    good(await visit({ ...praised, praise: { whom: '窗口', words: '复审测试' } }).then((answer) => answer))
    await sweep()
    expect([await wall(), JSON.stringify(await stored('surveys_praise')).includes('说得清楚')]).toEqual([[], false])
    process.env.WECHAT_API = there
    await sweep()
    expect(await wall()).toMatchObject([praised.praise])
    expect(await stored('surveys_praise')).toHaveLength(1)
  })

  it('goes when the answer is amended without it', async () => {
    const applicationId = await aClosedCase(program, owner)
    good(await rate(applicationId, praised))
    const amended = { of: { kind: 'named', applicationId }, content: content({ grade: 4, tags: [] }) } as const
    good(await call(main, contracts.amendRating, owner, amended))
    expect(await wall()).toEqual([])
  })
})

describe('a rectification', () => {
  const opened = async (author: object = byName, given: object = bad) => {
    const applicationId = await aClosedCase(program, owner, { handler })
    good(await rate(applicationId, given, author))
    const [only] = await list(supervisor)
    return { applicationId, ...only! }
  }

  it('opens with a bad answer in one step, and with no good one', async () => {
    good(await rate(await aClosedCase(program, owner), { grade: 3, tags: [] }))
    expect(await list()).toEqual([])
    const { applicationId, ...seen } = await opened()
    expect(seen).toMatchObject({
      state: 'reported',
      about: '茶馆经营许可',
      grade: 2,
      comment: '排队两个小时',
      author: applicant.name,
      anonymous: false,
      clock: { clock: 'verify', dueOn: '2026-05-12' },
      timeline: [{ label: '收到差评', by: '评价人' }],
    })
    expect((await inboxOf(colleague)).map(({ title }) => title)).toContain('待办提醒')
    expect(await inboxOf(handler)).toEqual([])
    const mine = good(await call(main, contracts.getMyRectification, owner, { of: { kind: 'named', applicationId } }))
    expect(mine.rectification).toMatchObject({ id: seen.id, state: 'reported' })
    expect(mine.rectification?.author).toBeUndefined()
  })

  it('is seen by whom it is about, who may do nothing', async () => {
    const seen = await opened()
    expect((await list(handler)).map(({ id, actions }) => [id, actions])).toEqual([[seen.id, []]])
    expect(refusalOf(await move(handler, { ...at(seen), action: 'verify' }))).toBe('FORBIDDEN')
    expect((await list(colleague))[0]?.actions).toEqual(['verify'])
    expect(refusalOf(await move(colleague, { ...at(seen), action: 'find-unfounded' }))).toBe('FORBIDDEN')
    expect(refusalOf(await move(elsewhere, { ...at(seen), action: 'verify' }))).toBe('NOT_FOUND')
    expect(await list(elsewhere)).toEqual([])
  })

  it('is no business of its author’s who works there', async () => {
    const applicationId = await aClosedCase(program, colleague, { handler })
    good(await rate(applicationId, bad, byName, colleague))
    const [seen] = await list(colleague)
    expect(seen?.actions).toEqual([])
    expect(refusalOf(await move(colleague, { ...at(seen!), action: 'verify' }))).toBe('FORBIDDEN')
  })

  it('is verified, put right, answered, and solved when the citizen says so', async () => {
    const { applicationId, ...seen } = await opened()
    const verified = good(await move(colleague, { ...at(seen), action: 'verify' }))
    expect(verified).toMatchObject({ state: 'rectifying', clock: { clock: 'rectify', dueOn: '2026-05-18' } })
    expect(refusalOf(await move(colleague, { ...at(seen), action: 'answer' }))).toBe('VERSION_CHANGED')
    const longer = good(await move(supervisor, { ...at(verified), action: 'extend' }))
    expect(longer.clock?.dueOn).toBe('2026-06-01')
    expect(refusalOf(await move(supervisor, { ...at(longer), action: 'extend' }))).toBe('WRONG_STATE')
    const answered = good(await move(colleague, { ...at(longer), action: 'answer' }))
    expect(answered).toMatchObject({ state: 'answered', clock: { clock: 'confirm', dueOn: '2026-05-18' } })
    expect((await inboxOf(owner)).map(({ title, page }) => [title, page])).toContainEqual([
      '差评整改答复通知',
      `packages/surveys/rectification/index?id=${seen.id}`,
    ])
    const mine = { of: { kind: 'named', applicationId } } as const
    expect(good(await call(main, contracts.getMyRectification, owner, mine)).rectification?.actions).toEqual([
      'accept',
      'dispute',
    ])
    const of = { kind: 'named', rectificationId: seen.id } as const
    expect(refusalOf(await call(main, contracts.answerRectification, stranger, { of, solved: true }))).toBe('NOT_FOUND')
    const solved = good(await call(main, contracts.answerRectification, owner, { of, solved: true }))
    expect(solved).toMatchObject({ state: 'solved', actions: [] })
    expect(solved.timeline.map(({ label }) => label)).toEqual([
      '收到差评',
      '核实属实，开始整改',
      '情况复杂，延长整改期限',
      '整改完成，已答复',
      '群众确认已解决',
    ])
    expect((await list(colleague, 'done')).map(({ id }) => id)).toEqual([seen.id])
  })

  it('goes to the supervisor when the citizen says that it is not solved', async () => {
    const ticket = aTicket()
    const { applicationId: _, ...seen } = await opened(anonymously(ticket))
    const verified = good(await move(supervisor, { ...at(seen), action: 'verify' }))
    const answered = good(await move(supervisor, { ...at(verified), action: 'answer' }))
    const of = { kind: 'anonymous', ticket } as const
    expect(refusalOf(await call(main, contracts.answerRectification, owner, { of, solved: false }))).toBe(
      'REASON_MISSING',
    )
    const disputed = good(
      await call(main, contracts.answerRectification, owner, { of, solved: false, reason: '还是要等很久' }),
    )
    expect(disputed).toMatchObject({ state: 'disputed', disputeReason: '还是要等很久', clock: { clock: 'review' } })
    expect(refusalOf(await move(colleague, { ...at(disputed), action: 'conclude' }))).toBe('FORBIDDEN')
    const concluded = good(await move(supervisor, { ...at(disputed), action: 'conclude' }))
    expect(concluded).toMatchObject({ state: 'concluded', version: answered.version + 2 })
  })

  it('of an anonymous answer is the supervisors’ alone, since the one it is about cannot be told', async () => {
    const { applicationId: _, ...seen } = await opened(anonymously())
    for (const by of [handler, colleague]) {
      expect((await list(by))[0]?.actions).toEqual([])
      expect(refusalOf(await move(by, { ...at(seen), action: 'verify' }))).toBe('FORBIDDEN')
    }
    expect(seen.author).toBeUndefined()
    expect(seen.openedAt).toBeUndefined()
    good(await move(supervisor, { ...at(seen), action: 'find-unfounded' }))
  })

  it('hides what an anonymous author wrote until five answered so in the month', async () => {
    const { applicationId: _, ...seen } = await opened(anonymously())
    expect(seen.comment).toBeUndefined()
    for (let more = 0; more < 4; more += 1) {
      good(await rate(await aClosedCase(program, stranger), { grade: 5, tags: [] }, anonymously(), stranger))
    }
    expect((await list(supervisor))[0]?.comment).toBe('排队两个小时')
  })

  it('lapses when the citizen says nothing for five working days', async () => {
    const { applicationId: _, ...seen } = await opened()
    good(await move(supervisor, { ...at(seen), action: 'find-unfounded' }))
    program.setClock('2026-05-18T23:00:00+08:00')
    await sweep()
    expect((await list(colleague, 'citizen')).map(({ state }) => state)).toEqual(['answered'])
    program.setClock('2026-05-19T00:01:00+08:00')
    await sweep()
    expect((await list(colleague, 'done')).map(({ state }) => state)).toEqual(['lapsed'])
  })

  it('counted before the year’s holidays were known is counted afresh once they are, with an entry', async () => {
    const { applicationId: _, ...seen } = await opened()
    const stored = program.database.collection('surveys_rectifications').doc(seen.id)
    const { clock } = ((await stored.get()).data as Rectification[])[0]!
    // As if no holiday of 2026 had been known: due a day too early.
    const guessed = { ...clock?.deadline, dueOn: '2026-05-11', provisional: true }
    await stored.update({ clock: { name: clock?.name, deadline: guessed }, provisionalOn: '2026-05-11' })
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    const [recounted] = await list(supervisor)
    expect(recounted).toMatchObject({ version: seen.version, clock: { clock: 'verify', dueOn: '2026-05-12' } })
    expect(recounted?.timeline.at(-1)).toMatchObject({ label: '节假日安排公布，核实时限改为2026年5月12日' })
    expect(((await stored.get()).data as Rectification[])[0]).toMatchObject({ provisionalOn: '' })
  })

  it('keeps its limits over the Spring Festival, and is escalated at amber and at red', async () => {
    // 2026: 15 to 23 February are holidays, 14 and 28 February are worked.
    program.setClock('2026-02-13T10:00:00+08:00')
    const { applicationId: _, ...seen } = await opened()
    expect(seen.clock).toMatchObject({ dueOn: '2026-02-14', amberOn: '2026-02-14' })
    program.setClock('2026-02-14T09:00:00+08:00')
    const verified = good(await move(colleague, { ...at(seen), action: 'verify' }))
    expect(verified.clock).toMatchObject({ clock: 'rectify', dueOn: '2026-02-28', amberOn: '2026-02-27' })
    const told = async (by: string) => (await inboxOf(by)).map(({ lines }) => lines.at(-1)?.text ?? '')
    program.setClock('2026-02-26T09:00:00+08:00')
    expect(await sweep()).toBe(0)
    program.setClock('2026-02-27T09:00:00+08:00')
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    expect(await told(colleague)).toContain('整改时限2026年2月28日到期')
    program.setClock('2026-03-01T09:00:00+08:00')
    // The invitation's reminder of the third day was due as well, and not needed: the matter was rated.
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    expect(await told(supervisor)).toContain('整改时限已超期，请督办')
    expect(await told(handler)).toEqual([])
    expect((await list())[0]?.timeline.map(({ label }) => label).slice(-2)).toEqual([
      '期限将到，提醒办理',
      '已超期限，报送督查',
    ])
  })

  it('can be seen by its author alone, by the application, by the message’s link, or by the ticket', async () => {
    const ticket = aTicket()
    const { applicationId, ...named } = await opened()
    good(await visit(bad, anonymously(ticket)))
    const seen = async (by: string, of: InputOf<typeof contracts.getMyRectification>['of']) =>
      good(await call(main, contracts.getMyRectification, by, { of })).rectification
    for (const of of [
      { kind: 'named', applicationId } as const,
      { kind: 'opened', rectificationId: named.id } as const,
    ]) {
      expect((await seen(owner, of))?.id).toBe(named.id)
      for (const by of [stranger, supervisor, handler]) expect(await seen(by, of)).toBeUndefined()
    }
    const byTicket = await seen(owner, { kind: 'anonymous', ticket })
    expect(byTicket).toMatchObject({ about: 'D区 食品药品窗口', comment: bad.comment, anonymous: true })
    expect(await seen(owner, { kind: 'opened', rectificationId: byTicket?.id ?? '' })).toBeUndefined()
    expect(await seen(owner, { kind: 'anonymous', ticket: aTicket() })).toBeUndefined()
  })

  it('of an anonymous answer is told of the next day, by the timer', async () => {
    await opened(anonymously())
    await sweep()
    expect(await inboxOf(supervisor)).toEqual([])
    program.setClock('2026-05-12T00:03:00+08:00')
    await sweep()
    expect((await inboxOf(supervisor)).length).toBeGreaterThan(0)
  })
})

describe('return visits by phone', () => {
  const period = { department: market, from: '2026-05-01', to: '2026-05-31' }
  const draw = (more: object = {}, by = supervisor) =>
    call(main, contracts.drawReturnVisits, by, { ...period, size: 3, seed: '2026-05', ...more })
  const sheet = async (sampleId: string) => good(await call(main, contracts.listReturnVisits, supervisor, { sampleId }))
  const record = (callId: string, result: InputOf<typeof contracts.recordReturnVisit>['result']) =>
    call(main, contracts.recordReturnVisit, supervisor, { callId, result })

  it('are drawn by a seed with which anybody draws the same ones, silent people and answered ones alike', async () => {
    for (let place = 0; place < 8; place += 1) {
      const applicationId = await aClosedCase(program, owner)
      if (place % 2 === 0) good(await rate(applicationId, { grade: 5, tags: [] }, anonymously()))
    }
    await aClosedCase(program, owner, { department: '市民政局' })
    const numbers = async (seed: string) =>
      (await sheet(good(await draw({ seed })).sampleId)).calls.map(({ receiptNumber }) => receiptNumber)
    const first = await numbers('a')
    expect(await numbers('a')).toEqual(first)
    const others = await Promise.all(['b', 'c', 'd', 'e'].map(numbers))
    expect(others.some((drawn) => drawn.join() !== first.join())).toBe(true)
    expect(good(await draw())).toMatchObject({ drawn: 3, of: 8 })
    expect(good(await draw({ size: 200 }))).toMatchObject({ drawn: 8, of: 8 })
    expect(refusalOf(await draw({ from: '2026-06-01', to: '2026-06-30' }))).toBe('NOTHING_CLOSED')
    expect(refusalOf(await draw({ department: '市民政局' }))).toBe('FORBIDDEN_DEPARTMENT')
    expect(refusalOf(await draw({ to: '2026-02-30' }))).toBe('INVALID_INPUT')
  })

  it('show masked numbers until one is revealed, which the case’s chain tells', async () => {
    const applicationId = await aClosedCase(program, owner)
    const { calls } = await sheet(good(await draw()).sampleId)
    expect(calls).toMatchObject([{ personName: applicant.name, phone: '138****2345', attempts: 0 }])
    const shown = good(await call(main, contracts.revealCallNumber, supervisor, { callId: calls[0]!.id }))
    expect(shown).toEqual({ personName: applicant.name, phone: applicant.phone })
    expect(await stored('audit_entries')).toMatchObject([
      { subject: applicationId, event: 'phone-revealed', sequence: 1 },
    ])
  })

  it('count reached, not reached and refused, and call again who was not reached', async () => {
    for (let place = 0; place < 3; place += 1) await aClosedCase(program, owner, { handler })
    const { sampleId } = good(await draw())
    const [one, two, three] = (await sheet(sampleId)).calls.map(({ id }) => id)
    good(await record(one!, { outcome: 'not-reached' }))
    good(await record(two!, { outcome: 'refused' }))
    good(await record(three!, { outcome: 'reached', content: content({ grade: 4, tags: [] }) }))
    expect((await sheet(sampleId)).sample).toMatchObject({
      size: 3,
      reached: 1,
      notReached: 1,
      refused: 1,
      satisfied: 1,
    })
    const again = good(await record(one!, { outcome: 'reached', content: content(bad) }))
    expect(again).toMatchObject({ attempts: 2, outcome: 'reached', grade: 2 })
    expect((await sheet(sampleId)).sample).toMatchObject({ reached: 2, notReached: 0, refused: 1, satisfied: 1 })
    for (const settled of [one, two, three])
      expect(refusalOf(await record(settled!, { outcome: 'refused' }))).toBe('ALREADY_RECORDED')
    // A bad answer by phone is followed up like any other.
    expect(await list(supervisor)).toMatchObject([{ grade: 2, author: applicant.name, anonymous: false }])
  })

  it('leave the invitation open: the person may still answer', async () => {
    const applicationId = await aClosedCase(program, owner)
    const [only] = (await sheet(good(await draw()).sampleId)).calls
    good(await record(only!.id, { outcome: 'reached', content: content({ grade: 4, tags: [] }) }))
    good(await rate(applicationId))
  })
})

it('keeps whole chains of everything that is entered, each with its head on the document it is about', async () => {
  const ticket = aTicket()
  const applicationId = await aClosedCase(program, owner, { handler })
  good(await rate(applicationId, bad))
  const amended = { of: { kind: 'named', applicationId }, content: content({ grade: 1, tags: [] }) } as const
  good(await call(main, contracts.amendRating, owner, amended))
  good(await visit(bad, anonymously(ticket)))
  for (const each of await list(supervisor)) good(await move(supervisor, { ...at(each), action: 'find-unfounded' }))
  good(await call(main, contracts.answerRectification, owner, { of: { kind: 'anonymous', ticket }, solved: true }))
  const entries = (await stored('audit_entries')) as unknown as AuditEntry[]
  const heads = new Map<string, AuditHead>()
  for (const { collection, subjectOf } of auditedSubjects) {
    for (const document of await stored(collection)) {
      const subject = subjectOf(document)
      if (subject !== undefined) heads.set(subject, document.audit as AuditHead)
    }
  }
  const chains = new Map(
    [...heads.keys()].map((subject) => [subject, entries.filter((each) => each.subject === subject)]),
  )
  expect([...chains.values()].flat()).toHaveLength(entries.length)
  const entered = [...chains].filter(([, chain]) => chain.length > 0).map(([subject]) => subject.split(':')[0])
  expect(entered.sort()).toEqual(['rating', 'rectification', 'rectification'])
  for (const [subject, chain] of chains) {
    expect([subject, chainFaults(chain.map(linkOf), heads.get(subject) ?? emptyChain)]).toEqual([subject, []])
  }
  expect(chains.get(`rating:${answerIdOf(applicationId)}`)?.map(({ event }) => event)).toEqual([
    'rated',
    'rating-amended',
  ])
})

const answerIdOf = (applicationId: string) => derivedId('rating', applicationId)
