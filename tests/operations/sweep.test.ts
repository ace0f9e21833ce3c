import * as contracts from '@shared/contracts/applications'
import { messagePages } from '@shared/contracts/message-pages'
import * as notifications from '@shared/contracts/notifications'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import {
  answers,
  applicant,
  look,
  resubmit,
  saveFilledDraft,
  submit,
  submitAndClaim,
  submitAndNotice,
} from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

const itemCode = 'tea-house-licence'
jest.setTimeout(30_000)

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem())
  await program.addStaff('reviewer-li', '李审核', ['市市场监督管理局'])
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

const sweep = async () => good(await call(main, contracts.sweepApplications, 'timer', {}))
const sweepAt = (instant: string) => {
  program.setClock(instant)
  return sweep()
}
const stateOf = async (owner: string, id: string) => (await look(owner, id)).state
const inboxOf = async (owner: string) =>
  good(await call(notificationsMain, notifications.listInbox, owner, {})).messages
const clocksOf = async (owner: string, id: string) =>
  Object.fromEntries(
    (await look(owner, id)).clocks.map(({ clock, dueOn, provisional }) => [clock, [dueOn, provisional]]),
  )

describe('the limits of an application handed in', () => {
  it.each([
    ['on a Monday', '2026-05-11T10:00:00+08:00', '2026-05-12', '2026-05-18', false],
    ['a minute before midnight, before 三月三', '2026-04-16T23:59:00+08:00', '2026-04-17', '2026-04-27', false],
    ['a minute after midnight', '2026-04-17T00:01:00+08:00', '2026-04-22', '2026-04-28', false],
    ['on the first day of a holiday', '2026-05-01T10:00:00+08:00', '2026-05-06', '2026-05-11', false],
    ['on a Saturday worked in exchange', '2026-05-09T10:00:00+08:00', '2026-05-11', '2026-05-15', false],
    ['on a Sunday', '2026-05-10T10:00:00+08:00', '2026-05-11', '2026-05-15', false],
    ['on the eve of the national holiday', '2026-09-30T16:00:00+08:00', '2026-10-08', '2026-10-13', false],
    [
      'on the last day of a year, the next one not announced yet',
      '2026-12-31T16:00:00+08:00',
      '2027-01-04',
      '2027-01-08',
      true,
    ],
  ])('%s are counted in working days from the day after', async (_when, at, promise, notice, provisional) => {
    program.setClock(at)
    const owner = nobodyYet()
    const { applicationId, promise: told } = await submit(owner)
    expect(told.dueOn).toBe(promise)
    expect(await clocksOf(owner, applicationId)).toEqual({
      promise: [promise, provisional],
      notice: [notice, provisional],
    })
  })

  it('start afresh when a correction is sent in', async () => {
    const owner = nobodyYet()
    const { id, version } = await submitAndNotice(owner, 'reviewer-li')
    expect(await clocksOf(owner, id)).toEqual({ resubmission: ['2026-06-01', false] })
    program.setClock('2026-05-30T10:00:00+08:00')
    await resubmit(owner, id, version)
    expect(await clocksOf(owner, id)).toEqual({ promise: ['2026-06-01', false], notice: ['2026-06-05', false] })
  })
})

describe('an application without a notice', () => {
  it('counts as accepted once five working days are over, not before, from the day the materials arrived', async () => {
    const owner = nobodyYet()
    const { applicationId } = await submit(owner)
    await sweepAt('2026-05-18T23:50:00+08:00')
    expect(await stateOf(owner, applicationId)).toBe('submitted')
    expect((await sweepAt('2026-05-19T00:05:00+08:00')).deemedAccepted).toBeGreaterThan(0)
    expect(await stateOf(owner, applicationId)).toBe('accepted')
    // 5 and 20 working days from Monday 11 May, not from the day the timer noticed
    expect(await clocksOf(owner, applicationId)).toEqual({
      committed: ['2026-05-18', false],
      statutory: ['2026-06-08', false],
    })
    const [message] = await inboxOf(owner)
    expect([message?.title, message?.delivery]).toEqual(['业务受理通知', 'waiting'])
  })

  it('counts as accepted even while a reviewer holds it, and the claim ends', async () => {
    const owner = nobodyYet()
    const { id, version } = await submitAndClaim(owner, 'reviewer-li')
    program.setClock('2026-05-18T23:58:00+08:00')
    good(await call(main, contracts.claimApplication, 'reviewer-li', { applicationId: id }))
    await sweepAt('2026-05-19T00:05:00+08:00')
    const seen = await look('reviewer-li', id)
    expect([seen.state, seen.claim]).toEqual(['accepted', undefined])
    expect(seen.timeline.at(-1)).toMatchObject({ event: 'deemed-accepted', actor: { kind: 'timer', name: '系统' } })
    expect(refusalOf(await call(main, contracts.passApplication, 'reviewer-li', { applicationId: id, version }))).toBe(
      'VERSION_CHANGED',
    )
  })
})

describe('a correction that does not come', () => {
  it('can be sent in until the last minute of the fifteenth working day', async () => {
    const owner = nobodyYet()
    const { id, version } = await submitAndNotice(owner, 'reviewer-li')
    await sweepAt('2026-06-01T23:55:00+08:00')
    expect((await resubmit(owner, id, version)).state).toBe('submitted')
  })

  it('ends the application the day after, and the applicant is told in the morning', async () => {
    const owner = nobodyYet()
    const { id, version } = await submitAndNotice(owner, 'reviewer-li')
    expect((await sweepAt('2026-06-02T00:05:00+08:00')).expired).toBe(1)
    const seen = await look(owner, id)
    expect([seen.state, seen.actions, seen.clocks]).toEqual(['expired', [], []])
    expect(seen.timeline.at(-1)).toMatchObject({ event: 'expired', label: '逾期未补正' })
    const input = { applicationId: id, version: seen.version, answers: { seats: '24' }, applicant: {} }
    expect(refusalOf(await call(main, contracts.resubmitApplication, owner, input))).toBe('WRONG_STATE')
    expect(version).toBeLessThan(seen.version)
    const told = async () => (await inboxOf(owner)).find(({ title }) => title === '到期提醒')
    expect((await told())?.delivery).toBe('waiting')
    program.setClock('2026-06-02T08:00:00+08:00')
    good(await call(notificationsMain, notifications.flushOutbox, 'timer', {}))
    expect(await told()).toMatchObject({ delivery: 'not-granted', page: messagePages.application(id) })
  })
})

describe('a visit that does not take place', () => {
  it('ends the application after thirty working days, with a message', async () => {
    const owner = nobodyYet()
    const { id, version } = await submitAndClaim(owner, 'reviewer-li')
    good(await call(main, contracts.passApplication, 'reviewer-li', { applicationId: id, version }))
    expect(await clocksOf(owner, id)).toEqual({ visit: ['2026-06-23', false] })
    await sweepAt('2026-06-23T23:55:00+08:00')
    expect(await stateOf(owner, id)).toBe('passed')
    await sweepAt('2026-06-24T09:00:00+08:00')
    const seen = await look(owner, id)
    expect([seen.state, seen.timeline.at(-1)?.label]).toEqual(['expired', '逾期未到窗口'])
    expect((await inboxOf(owner))[0]).toMatchObject({ title: '到期提醒', delivery: 'not-granted' })
  })

  it('does not end one that was accepted on passing', async () => {
    const owner = nobodyYet()
    const { id, version } = await submitAndClaim(owner, 'reviewer-li', { channel: 'online-full' })
    good(await call(main, contracts.passApplication, 'reviewer-li', { applicationId: id, version }))
    await sweepAt('2026-12-01T09:00:00+08:00')
    expect(await stateOf(owner, id)).toBe('accepted')
  })
})

describe('a draft', () => {
  it('is warned of seven days and one day before its end, once each, then deleted', async () => {
    const owner = nobodyYet()
    await saveFilledDraft(owner)
    const { keptUntil } = good(await call(main, contracts.listMine, owner, {})).drafts[0]!
    expect(keptUntil).toBe('2026-08-09')
    const done: Record<string, readonly [number, boolean]> = {}
    for (const day of ['2026-08-01', '2026-08-02', '2026-08-03', '2026-08-08', '2026-08-09', '2026-08-10']) {
      await sweepAt(`${day}T09:00:00+08:00`)
      await sweep()
      const { drafts } = good(await call(main, contracts.listMine, owner, {}))
      done[day] = [(await inboxOf(owner)).length, drafts.length === 1]
    }
    expect(done).toEqual({
      '2026-08-01': [0, true],
      '2026-08-02': [1, true],
      '2026-08-03': [1, true],
      '2026-08-08': [2, true],
      '2026-08-09': [2, true],
      '2026-08-10': [2, false],
    })
    expect((await inboxOf(owner))[0]).toMatchObject({
      title: '到期提醒',
      page: messagePages.draft(itemCode),
    })
    expect((await inboxOf(owner))[0]?.lines.at(-1)?.text).toBe('草稿保留到2026年8月9日')
  })

  it('lives on for ninety days from a save, and is warned of again', async () => {
    const owner = nobodyYet()
    const revision = await saveFilledDraft(owner)
    await sweepAt('2026-08-02T09:00:00+08:00')
    const input = { itemCode, revision, channel: 'pre-review', applicant, answers } as const
    expect(good(await call(main, contracts.saveDraft, owner, input)).keptUntil).toBe('2026-10-31')
    await sweepAt('2026-08-10T09:00:00+08:00')
    expect(await inboxOf(owner)).toHaveLength(1)
    await sweepAt('2026-10-24T09:00:00+08:00')
    expect(await inboxOf(owner)).toHaveLength(2)
  })

  it('is deleted once its end has passed, however late the timer comes', async () => {
    const owner = nobodyYet()
    await saveFilledDraft(owner)
    await sweepAt('2026-09-20T09:00:00+08:00')
    expect(good(await call(main, contracts.listMine, owner, {})).drafts).toEqual([])
  })
})

describe('one that cannot be dealt with', () => {
  it('is counted and logged, and does not keep the others waiting', async () => {
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    const [broken, sound] = [nobodyYet(), nobodyYet()]
    const { applicationId: brokenId } = await submit(broken)
    const { applicationId: soundId } = await submit(sound)
    await program.database.collection('applications').doc(brokenId).update({ itemVersion: 99 })
    const counts = await sweepAt('2026-05-19T09:00:00+08:00')
    expect(counts.failed).toBe(1)
    expect(await stateOf(sound, soundId)).toBe('accepted')
    expect(log.mock.calls.flat().join('')).toContain(brokenId)
    log.mockRestore()
    await program.database.collection('applications').doc(brokenId).remove()
  })
})

describe('the chain of what the timer did', () => {
  it('is unbroken for every application', async () => {
    const { data: stored } = await program.database.collection('applications').limit(1000).get()
    expect(stored.length).toBeGreaterThan(10)
    for (const { _id, audit } of stored) {
      const { data: entries } = await program.database.collection('audit_entries').where({ subject: _id }).get()
      expect([_id, verifyChain(entries, audit)]).toEqual([_id, undefined])
    }
  })
})
