import * as contracts from '@shared/contracts/applications'
import * as decision from '@shared/contracts/applications-decision'
import * as notifications from '@shared/contracts/notifications'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import { personReference } from '../../cloudfunctions/kernel/person-reference'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { accept, acceptAndTake, approve, take } from '../support/an-accepted-application'
import { look, submit, submitAndClaim } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

const department = '市市场监督管理局'
jest.setTimeout(60_000)

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem(), anItem({ code: 'adoption', department: '市民政局' }))
  await program.addStaff('supervisor-tang', '唐督查', [department], ['supervisor'])
  await program.addStaff('supervisor-wei', '韦督查', ['市民政局'], ['supervisor'])
  await program.addStaff('administrator-lu', '陆管理', [], ['administrator'])
  await program.addStaff('reviewer-mo', '莫审核', [department])
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

/** A reviewer nobody has met. */
async function aReviewer(departments: readonly string[] = [department], name = '某审核', roles?: readonly string[]) {
  const openid = `reviewer-${String((people += 1))}-openid`
  await program.addStaff(openid, name, departments, roles)
  return openid
}
const handOver = (from: string, to: string, by = 'administrator-lu', requestId?: string) =>
  call(
    main,
    decision.handOver,
    by,
    { from: personReference(from), to: personReference(to), reason: '借调到其他部门' },
    requestId,
  )
const heldBy = async (member: string, by = 'administrator-lu') =>
  good(await call(main, decision.countHeldCases, by, { members: [personReference(member)] })).held[
    personReference(member)
  ]
const storedOf = async (id: string) => (await program.database.collection('applications').doc(id).get()).data[0]

describe('handing over', () => {
  it('moves what a member claimed, took over and suspended, each with its entry, and leaves what is decided', async () => {
    const [from, to] = [await aReviewer([department], '李审核'), await aReviewer([department], '黄审核')]
    const claimed = await submitAndClaim(nobodyYet(), from)
    const taken = await acceptAndTake(nobodyYet(), from)
    const paused = await acceptAndTake(nobodyYet(), from)
    good(
      await call(main, decision.suspendApplication, from, {
        applicationId: paused.id,
        version: paused.version,
        reason: 'hearing',
        explanation: '利害关系人申请听证',
        expectedWorkingDays: 20,
      }),
    )
    const decided = await approve(from, await acceptAndTake(nobodyYet(), from))
    expect(await heldBy(from)).toBe(3)
    expect(good(await handOver(from, to))).toEqual({ moved: 3, left: 0 })
    expect([await heldBy(from), await heldBy(to)]).toEqual([0, 3])
    expect((await look(to, claimed.id)).claim).toMatchObject({ mine: true, staffName: '黄审核' })
    expect((await look(to, taken.id)).handler).toEqual({ mine: true, name: '黄审核' })
    expect((await look(to, decided.id)).handler).toEqual({ mine: false, name: '李审核' })
    for (const { id } of [claimed, taken, paused]) {
      expect((await look(to, id)).timeline.at(-1)).toMatchObject({
        event: 'handed-over',
        actor: { name: '陆管理' },
        note: '由李审核移交给黄审核',
      })
      const { data } = await program.database.collection('audit_entries').where({ subject: id }).get()
      expect(verifyChain(data, (await storedOf(id)).audit)).toBeUndefined()
    }
    const seen = await look(to, taken.id)
    expect((await approve(to, seen)).state).toBe('approved')
    const [message] = good(await call(notificationsMain, notifications.listInbox, to, {})).messages.filter(
      ({ lines }) => lines[0]?.text === '同事移交的案件',
    )
    expect(message?.lines.at(-1)?.text).toBe('共3件，请及时办理')
  })

  it('refuses the page of who had the case before', async () => {
    const [from, to] = [await aReviewer(), await aReviewer()]
    const taken = await acceptAndTake(nobodyYet(), from)
    good(await handOver(from, to))
    const input = { applicationId: taken.id, version: taken.version, documentNumber: '1', files: [] }
    expect(refusalOf(await call(main, decision.approveApplication, from, input))).toBe('VERSION_CHANGED')
  })

  it('can be repeated, and a repeated request moves nothing more', async () => {
    const [from, to] = [await aReviewer(), await aReviewer()]
    await acceptAndTake(nobodyYet(), from)
    expect(good(await handOver(from, to, 'administrator-lu', 'the-same-request-id'))).toEqual({ moved: 1, left: 0 })
    await acceptAndTake(nobodyYet(), from)
    expect(good(await handOver(from, to, 'administrator-lu', 'the-same-request-id'))).toEqual({ moved: 1, left: 0 })
    expect(await heldBy(from)).toBe(1)
    expect(good(await handOver(from, to))).toEqual({ moved: 1, left: 0 })
  })

  it('goes beyond one batch', async () => {
    const [from, to] = [await aReviewer(), await aReviewer()]
    const { id } = await acceptAndTake(nobodyYet(), from)
    const stored = await storedOf(id)
    for (let count = 0; count < 120; count += 1) {
      const copy = `${id}-${String(count)}`
      await program.database.collection('applications').add({
        ...stored,
        _id: copy,
        receiptNumber: copy,
        queueOrder: `${stored.queueOrder.slice(0, -id.length)}${copy}`,
        audit: { sequence: 0, hash: '' },
      })
    }
    expect(good(await handOver(from, to))).toEqual({ moved: 121, left: 0 })
    expect(await heldBy(to)).toBe(121)
  })

  it('leaves the other’s own applications and those of departments they do not work for', async () => {
    const [from, to] = [await aReviewer([department, '市民政局']), await aReviewer()]
    await take(from, await accept(to, from))
    await acceptAndTake(nobodyYet(), from, { itemCode: 'adoption' })
    await acceptAndTake(nobodyYet(), from)
    expect(good(await handOver(from, to))).toEqual({ moved: 1, left: 2 })
    expect(await heldBy(from)).toBe(2)
  })

  it('by a supervisor reaches the cases of their departments', async () => {
    const [from, to] = [await aReviewer([department, '市民政局']), await aReviewer([department, '市民政局'])]
    await acceptAndTake(nobodyYet(), from, { itemCode: 'adoption' })
    await acceptAndTake(nobodyYet(), from)
    expect(await heldBy(from, 'supervisor-wei')).toBe(1)
    expect(good(await handOver(from, to, 'supervisor-wei'))).toEqual({ moved: 1, left: 0 })
    expect(await heldBy(from)).toBe(1)
  })

  it('is refused to who cannot take the cases', async () => {
    const from = await aReviewer()
    const [elsewhere, gone] = [await aReviewer(['市民政局']), await aReviewer()]
    await program.database.collection('staff_members').doc(gone).update({ suspended: true })
    for (const to of [elsewhere, gone, 'supervisor-tang']) expect(refusalOf(await handOver(from, to))).toBe('NOT_ABLE')
    expect(refusalOf(await handOver(from, from))).toBe('SAME_MEMBER')
    expect(refusalOf(await handOver(from, nobodyYet()))).toBe('MEMBER_NOT_FOUND')
    expect(refusalOf(await handOver(from, 'reviewer-mo', 'supervisor-wei'))).toBe('FORBIDDEN')
  })
})

describe('the counts of the queues', () => {
  const counts = async (by: string) => good(await call(main, decision.countQueues, by, {})).counts

  it('say what the lists show', async () => {
    const area = '市教育局'
    await program.publish(anItem({ code: 'school-place', department: area }))
    const by = await aReviewer([area])
    const options = { itemCode: 'school-place' }
    await submit(nobodyYet(), options)
    await submit(nobodyYet(), options)
    await submitAndClaim(nobodyYet(), by, options)
    await accept(nobodyYet(), by, options)
    await acceptAndTake(nobodyYet(), by, options)
    await approve(by, await acceptAndTake(nobodyYet(), by, options))
    expect(await counts(by)).toEqual({
      unclaimed: 2,
      mine: 1,
      correction: 0,
      window: 0,
      deciding: 2,
      handling: 1,
      paused: 0,
      delivering: 1,
      done: 0,
    })
    // A claim that lapsed counts before the timer has put it back.
    program.advance(31 * 60_000)
    expect(await counts(by)).toMatchObject({ unclaimed: 3, mine: 0 })
  })

  it('stop at a hundred', async () => {
    const area = '市民政局'
    const by = await aReviewer([area])
    const { applicationId } = await submit(nobodyYet(), { itemCode: 'adoption' })
    const stored = await storedOf(applicationId)
    for (let count = 0; count < 120; count += 1) {
      const copy = `${applicationId}-${String(count)}`
      await program.database.collection('applications').add({ ...stored, _id: copy, receiptNumber: copy })
    }
    expect((await counts(by)).unclaimed).toBe(100)
  })

  it('are nothing without departments', async () => {
    expect(Object.values(await counts(await aReviewer([])))).toEqual(Array(9).fill(0))
  })

  it('are held of members that exist only', async () => {
    expect(await heldBy(nobodyYet())).toBeUndefined()
  })
})

describe('the chain of an application', () => {
  it('names no reason of a hand-over to the applicant', async () => {
    const [from, to, owner] = [await aReviewer(), await aReviewer(), nobodyYet()]
    const { id } = await acceptAndTake(owner, from)
    good(await handOver(from, to))
    expect(JSON.stringify(await call(main, contracts.getApplication, owner, { applicationId: id }))).not.toContain(
      '借调',
    )
  })
})
