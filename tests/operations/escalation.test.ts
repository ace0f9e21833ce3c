import * as contracts from '@shared/contracts/applications'
import * as decision from '@shared/contracts/applications-decision'
import { messagePages } from '@shared/contracts/message-pages'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import type { Message } from '../../cloudfunctions/kernel/store'
import { accept, acceptAndTake, approve } from '../support/an-accepted-application'
import { look, submit, submitAndClaim } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, startProgram } from '../support/program'

const department = '市市场监督管理局'
jest.setTimeout(60_000)

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem())
  await program.addStaff('reviewer-li', '李审核', [department])
  await program.addStaff('reviewer-mo', '莫审核', [department])
  await program.addStaff('supervisor-tang', '唐督查', [department], ['supervisor'])
  await program.addStaff('supervisor-elsewhere', '韦督查', ['市民政局'], ['supervisor'])
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

const sweepAt = async (instant: string) => {
  program.setClock(instant)
  return good(await call(main, contracts.sweepApplications, 'timer', {}))
}
const escalationsOf = async (id: string) =>
  (await look('reviewer-li', id)).timeline
    .filter(({ event }) => event === 'escalated')
    .map(({ label, note }) => [label, note])
/** Who was told about a case, with the last line of what they read. */
const toldOf = async (id: string) => {
  const where = { template: 'case-arrived', page: messagePages.staffCase(id) }
  const { data } = await program.database.collection('notifications_messages').where(where).get()
  return (data as Message[]).map(({ recipient, lines }) => [recipient, lines.at(-1)?.text]).sort()
}
const storedOf = async (id: string) => (await program.database.collection('applications').doc(id).get()).data[0]
const chainOf = async (id: string) => {
  const { data } = await program.database.collection('audit_entries').where({ subject: id }).get()
  return verifyChain(data, (await storedOf(id)).audit)
}

describe('a limit of an accepted case', () => {
  it('is escalated once when it turns amber, to who deals with the case', async () => {
    const { id, version } = await acceptAndTake(nobodyYet(), 'reviewer-li')
    const before = await toldOf(id)
    // committed: 5 wd after Monday 11 May, 80 % of them used on Friday 15
    await sweepAt('2026-05-14T23:50:00+08:00')
    expect(await escalationsOf(id)).toEqual([])
    await sweepAt('2026-05-15T00:05:00+08:00')
    await sweepAt('2026-05-15T00:10:00+08:00')
    expect(await escalationsOf(id)).toEqual([['期限将到，提醒办理', '承诺时限，2026年5月18日到期']])
    expect(await toldOf(id)).toEqual([...before, ['reviewer-li', '承诺时限2026年5月18日到期']].sort())
    expect((await look('reviewer-li', id)).version).toBe(version)
  })

  it('is escalated once more when it is over, to the supervisors of the department', async () => {
    const { id } = await acceptAndTake(nobodyYet(), 'reviewer-li')
    await sweepAt('2026-05-15T00:05:00+08:00')
    const before = await toldOf(id)
    await sweepAt('2026-05-18T23:50:00+08:00')
    expect(await escalationsOf(id)).toHaveLength(1)
    await sweepAt('2026-05-19T00:05:00+08:00')
    await sweepAt('2026-05-19T00:10:00+08:00')
    await sweepAt('2026-05-25T00:10:00+08:00')
    expect((await escalationsOf(id))[1]).toEqual(['已超期限，报送督查', '承诺时限，2026年5月18日到期'])
    expect(await escalationsOf(id)).toHaveLength(2)
    expect(await toldOf(id)).toEqual([...before, ['supervisor-tang', '承诺时限已超期，请督办']].sort())
    expect(await chainOf(id)).toBeUndefined()
  })

  it('that nobody deals with yet is escalated to the reviewers', async () => {
    const { id } = await accept(nobodyYet(), 'reviewer-li')
    await sweepAt('2026-05-15T08:05:00+08:00')
    const told = (await toldOf(id)).filter(([, text]) => text === '承诺时限2026年5月18日到期')
    expect(told.map(([recipient]) => recipient)).toEqual(['reviewer-li', 'reviewer-mo'])
  })

  it('whose handler was suspended is escalated to the reviewers', async () => {
    await program.addStaff('reviewer-gone', '某审核', [department])
    const { id } = await acceptAndTake(nobodyYet(), 'reviewer-gone')
    await program.database.collection('staff_members').doc('reviewer-gone').update({ suspended: true })
    await sweepAt('2026-05-15T08:05:00+08:00')
    const told = (await toldOf(id)).filter(([, text]) => text === '承诺时限2026年5月18日到期')
    expect(told.map(([recipient]) => recipient)).toEqual(['reviewer-li', 'reviewer-mo'])
  })

  it('is not escalated while it stands still, and its amber comes again when it was extended', async () => {
    const taken = await acceptAndTake(nobodyYet(), 'reviewer-li')
    await sweepAt('2026-05-15T08:05:00+08:00')
    expect(await escalationsOf(taken.id)).toHaveLength(1)
    const at = { applicationId: taken.id, version: taken.version }
    const extended = good(
      await call(main, decision.extendApplication, 'supervisor-tang', { ...at, reason: '需要补充勘验现场' }),
    )
    const suspended = good(
      await call(main, decision.suspendApplication, 'reviewer-li', {
        ...at,
        version: extended.version,
        reason: 'hearing',
        explanation: '利害关系人申请听证',
        expectedWorkingDays: 20,
      }),
    )
    await sweepAt('2026-06-12T08:05:00+08:00')
    expect(await escalationsOf(taken.id)).toHaveLength(1)
    good(await call(main, decision.resumeApplication, 'reviewer-li', { ...at, version: suspended.version }))
    const { amberOn } = (await look('reviewer-li', taken.id)).clocks[0]!
    await sweepAt(`${amberOn}T08:05:00+08:00`)
    expect((await escalationsOf(taken.id)).map(([label]) => label)).toEqual([
      '期限将到，提醒办理',
      '期限将到，提醒办理',
    ])
  })

  it('goes on being escalated where it stood when it runs again', async () => {
    const taken = await acceptAndTake(nobodyYet(), 'reviewer-li')
    await sweepAt('2026-05-15T08:05:00+08:00')
    const at = { applicationId: taken.id, version: taken.version }
    const suspended = good(
      await call(main, decision.suspendApplication, 'reviewer-li', {
        ...at,
        reason: 'testing',
        explanation: '送检油烟净化设备',
        expectedWorkingDays: 5,
      }),
    )
    program.setClock('2026-05-22T10:00:00+08:00')
    good(await call(main, decision.resumeApplication, 'reviewer-li', { ...at, version: suspended.version }))
    await sweepAt('2026-05-22T10:05:00+08:00')
    expect(await escalationsOf(taken.id)).toHaveLength(1)
    await sweepAt('2026-05-26T00:05:00+08:00')
    expect((await escalationsOf(taken.id))[1]?.[0]).toBe('已超期限，报送督查')
  })
})

describe('other limits of the centre', () => {
  it('are escalated too: the promise and the notice of a pre-review, to who claimed it', async () => {
    const { id } = await submitAndClaim(nobodyYet(), 'reviewer-mo')
    program.setClock('2026-05-11T10:29:00+08:00')
    await sweepAt('2026-05-13T00:05:00+08:00')
    expect(await escalationsOf(id)).toEqual([['已超期限，报送督查', '预审承诺，2026年5月12日到期']])
    await sweepAt('2026-05-15T00:05:00+08:00')
    expect((await escalationsOf(id))[1]).toEqual(['期限将到，提醒办理', '一次告知期限，2026年5月18日到期'])
  })

  it('and the delivery of a decision', async () => {
    const { id } = await approve('reviewer-li', await acceptAndTake(nobodyYet(), 'reviewer-li'))
    await sweepAt('2026-05-21T08:05:00+08:00')
    expect(await escalationsOf(id)).toEqual([['期限将到，提醒办理', '送达期限，2026年5月25日到期']])
  })

  it('but not those of the applicant', async () => {
    const owner = nobodyYet()
    const { id, version } = await submitAndClaim(owner, 'reviewer-li')
    good(await call(main, contracts.passApplication, 'reviewer-li', { applicationId: id, version }))
    await sweepAt('2026-06-22T08:05:00+08:00')
    expect(await escalationsOf(id)).toEqual([])
  })
})

describe('limits counted before the year’s holidays were announced', () => {
  it('are counted afresh once they are, with an entry for each that changes', async () => {
    const owner = nobodyYet()
    const { applicationId: id } = await submit(owner)
    const stored = await storedOf(id)
    // As if no holiday of 2026 had been known: provisional, and the notice due a day too early.
    const provisional = { ...stored.clocks.notice, dueOn: '2026-05-15', provisional: true }
    await program.database
      .collection('applications')
      .doc(id)
      .update({ clocks: { notice: provisional }, provisionalOn: '2026-05-15' })
    const version = stored.version
    expect((await sweepAt('2026-05-11T10:05:00+08:00')).recounted).toBe(1)
    expect((await sweepAt('2026-05-11T10:10:00+08:00')).recounted).toBe(0)
    const seen = await look(owner, id)
    expect(seen.clocks.map(({ clock, dueOn, provisional: is }) => [clock, dueOn, is])).toEqual([
      ['promise', '2026-05-12', false],
      ['notice', '2026-05-18', false],
    ])
    expect(seen.timeline.filter(({ event }) => event === 'recounted')).toMatchObject([
      { label: '节假日安排公布，期限重新计算', note: '一次告知期限由2026年5月15日改为2026年5月18日' },
    ])
    expect([seen.version, (await storedOf(id)).provisionalOn, await chainOf(id)]).toEqual([version, '', undefined])
  })

  it('that were extended and stood still get the same day as if it had been known from the start', async () => {
    const taken = await acceptAndTake(nobodyYet(), 'reviewer-li')
    const at = { applicationId: taken.id, version: taken.version }
    const extended = good(
      await call(main, decision.extendApplication, 'supervisor-tang', { ...at, reason: '需要补充勘验现场' }),
    )
    const suspended = good(
      await call(main, decision.suspendApplication, 'reviewer-li', {
        ...at,
        version: extended.version,
        reason: 'testing',
        explanation: '送检油烟净化设备',
        expectedWorkingDays: 5,
      }),
    )
    program.setClock('2026-05-20T10:00:00+08:00')
    const resumed = good(
      await call(main, decision.resumeApplication, 'reviewer-li', { ...at, version: suspended.version }),
    )
    const known = resumed.clocks.map(({ clock, dueOn, amberOn, workingDays }) => [clock, dueOn, amberOn, workingDays])
    const { clocks } = await storedOf(taken.id)
    const early = { ...clocks.statutory, dueOn: '2026-06-25', amberOn: '2026-06-20', provisional: true }
    await program.database
      .collection('applications')
      .doc(taken.id)
      .update({ clocks: { statutory: early }, provisionalOn: '2026-06-25' })
    expect((await sweepAt('2026-05-20T10:05:00+08:00')).recounted).toBe(1)
    const seen = await look('reviewer-li', taken.id)
    expect(seen.clocks.map(({ clock, dueOn, amberOn, workingDays }) => [clock, dueOn, amberOn, workingDays])).toEqual(
      known,
    )
  })

  it('stay as they are, and are not looked at again and again, while the year is unknown', async () => {
    program.setClock('2026-12-28T10:00:00+08:00')
    const { applicationId: id } = await submit(nobodyYet())
    expect((await storedOf(id)).provisionalOn).toBe('2027-01-05')
    const before = await storedOf(id)
    expect((await sweepAt('2026-12-28T10:05:00+08:00')).recounted).toBe(0)
    expect((await storedOf(id)).audit).toEqual(before.audit)
  })
})
