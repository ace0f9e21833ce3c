import * as contracts from '@shared/contracts/applications'
import { countQueues } from '@shared/contracts/applications-decision'
import type { InputOf } from '@shared/contracts/contract'
import { acceptanceNumberOf } from '@shared/domain/receipt-number'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import { departments as allDepartments } from '../../config/centre/departments'
import { accept, acceptAndTake } from '../support/an-accepted-application'
import { applicant, look, resubmit, submit, submitAndClaim, submitAndNotice } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

const [market, civil] = ['市市场监督管理局', '市民政局']
const [tea, adoption, wedding] = ['tea-house-licence', 'adoption', 'wedding']
jest.setTimeout(60_000)

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeEach(async () => {
  program = await startProgram()
  await program.publish(
    anItem(),
    anItem({ code: adoption, name: '收养登记', department: civil }),
    anItem({ code: wedding, name: '婚姻登记', department: civil }),
  )
  await program.addStaff('reviewer-li', '李审核', [market])
  await program.addStaff('reviewer-wei', '韦审核', [civil])
  await program.addStaff('window-qin', '秦综窗', [market, civil], ['comprehensive'])
  program.setClock('2026-05-11T10:00:00+08:00')
})
afterEach(() => program.stop())

type Filter = Omit<InputOf<typeof contracts.listQueue>, 'queue' | 'cursor'>
type Queue = InputOf<typeof contracts.listQueue>['queue']
async function idsIn(by: string, queue: Queue, filter: Filter = {}): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined, pages = 0; pages < 20; pages += 1) {
    const input = { queue, ...filter, ...(cursor === undefined ? {} : { cursor }) }
    const page = good(await call(main, contracts.listQueue, by, input))
    ids.push(...page.applications.map(({ id }) => id))
    cursor = page.next
    if (cursor === undefined) return ids
  }
  throw new Error('the pages do not end')
}
const countsOf = async (by: string, filter: Filter = {}) => good(await call(main, countQueues, by, filter)).counts
const sweep = async () => good(await call(main, contracts.sweepApplications, 'timer', {}))
const find = async (by: string, text: string) =>
  good(await call(main, contracts.findCases, by, { text })).applications.map(({ id }) => id)

describe('a queue narrowed', () => {
  it('to an item or a department shows just its cases, and the counts say what the lists show', async () => {
    const first = await submit(nobodyYet())
    const second = await submit(nobodyYet(), { itemCode: adoption })
    const third = await submit(nobodyYet(), { itemCode: wedding })
    const held = await submitAndClaim(nobodyYet(), 'window-qin', { itemCode: adoption })
    const taken = await acceptAndTake(nobodyYet(), 'window-qin', { itemCode: wedding })
    const other = await accept(nobodyYet(), 'reviewer-wei', { itemCode: adoption })
    const filters: readonly [Filter, Partial<Record<Queue, string[]>>][] = [
      [{ itemCode: tea }, { unclaimed: [first.applicationId] }],
      [{ itemCode: adoption }, { unclaimed: [second.applicationId], mine: [held.id], deciding: [other.id] }],
      [{ itemCode: wedding }, { unclaimed: [third.applicationId], deciding: [taken.id], handling: [taken.id] }],
      [
        { department: civil },
        {
          unclaimed: [second.applicationId, third.applicationId],
          mine: [held.id],
          deciding: [taken.id, other.id],
          handling: [taken.id],
        },
      ],
      [{ department: market, itemCode: adoption }, {}],
      // A department that is not theirs has nothing for them.
      [{ department: '市教育局' }, {}],
    ]
    for (const [filter, expected] of filters) {
      const counts = await countsOf('window-qin', filter)
      for (const queue of ['unclaimed', 'mine', 'deciding', 'handling', 'done'] as const) {
        const ids = await idsIn('window-qin', queue, filter)
        expect([filter, queue, [...ids].sort()]).toEqual([filter, queue, [...(expected[queue] ?? [])].sort()])
        expect([queue, counts[queue]]).toEqual([queue, ids.length])
      }
    }
    expect(await idsIn('reviewer-li', 'unclaimed', { department: civil })).toEqual([])
  })

  it('counts a claim that lapsed among the unclaimed before the timer has put it back', async () => {
    const { id } = await submitAndClaim(nobodyYet(), 'reviewer-wei', { itemCode: adoption })
    await submitAndClaim(nobodyYet(), 'reviewer-wei', { itemCode: wedding })
    program.advance(31 * 60_000)
    expect(await idsIn('window-qin', 'unclaimed', { itemCode: adoption })).toEqual([id])
    expect(await countsOf('window-qin', { itemCode: adoption })).toMatchObject({ unclaimed: 1 })
  })

  it('goes on from a cursor without losing or repeating a case', async () => {
    for (let count = 0; count < 28; count += 1)
      await submit(nobodyYet(), { itemCode: count % 7 === 0 ? adoption : tea })
    const ids = await idsIn('window-qin', 'unclaimed', { itemCode: tea })
    expect([ids.length, new Set(ids).size]).toEqual([24, 24])
    expect(await countsOf('window-qin', { itemCode: tea })).toMatchObject({ unclaimed: 24 })
  })
})

describe('a queue narrowed to a colour', () => {
  // Received on Monday the 11th: the pre-review is promised by Tuesday, the notice due on Monday the 18th.
  const ask = async (due: 'amber' | 'red') => idsIn('reviewer-li', 'unclaimed', { due })

  it('shows what is amber on its day, and what is red from the day after, never both', async () => {
    const { applicationId } = await submit(nobodyYet())
    expect([await ask('amber'), await ask('red')]).toEqual([[], []])
    program.setClock('2026-05-12T09:00:00+08:00')
    await sweep()
    expect([await ask('amber'), await ask('red')]).toEqual([[applicationId], []])
    expect(await countsOf('reviewer-li', { due: 'amber' })).toMatchObject({ unclaimed: 1, done: 0 })
    program.setClock('2026-05-13T00:10:00+08:00')
    // Red at once, also before the timer has come.
    expect([await ask('amber'), await ask('red')]).toEqual([[], [applicationId]])
    expect(await countsOf('reviewer-li', { due: 'red' })).toMatchObject({ unclaimed: 1, done: 0 })
    expect(await countsOf('reviewer-li', { due: 'red', itemCode: 'another' })).toMatchObject({ unclaimed: 0 })
  })

  it('knows the colour of a limit that a step has just started', async () => {
    program.setClock('2026-05-12T09:00:00+08:00')
    const early = await submitAndClaim(nobodyYet(), 'reviewer-li')
    program.setClock('2026-05-13T09:00:00+08:00')
    await sweep()
    // The lapsed claim went back, and with it what was derived from the limits that go on.
    expect(await ask('amber')).toEqual([early.id])
    const passed = await accept(nobodyYet(), 'reviewer-li')
    expect(await idsIn('reviewer-li', 'deciding', { due: 'amber' })).toEqual([])
    program.setClock(`${passed.clocks[0]?.amberOn ?? ''}T09:00:00+08:00`)
    await sweep()
    expect(await idsIn('reviewer-li', 'deciding', { due: 'amber' })).toEqual([passed.id])
    expect(await idsIn('reviewer-li', 'deciding', { due: 'amber', itemCode: tea })).toEqual([passed.id])
    expect(await idsIn('reviewer-li', 'deciding', { due: 'amber', itemCode: adoption })).toEqual([])
  })

  it('leaves the version alone when a case turns amber, so that no page has to start over', async () => {
    const { applicationId } = await submit(nobodyYet())
    const before = await look('reviewer-li', applicationId)
    program.setClock('2026-05-12T09:00:00+08:00')
    await sweep()
    const [stored] = (await program.database.collection('applications').doc(applicationId).get()).data
    expect([stored.isAmber, stored.amberOn, stored.version]).toEqual([true, '', before.version])
  })

  it('has nothing that is over', async () => {
    const owner = nobodyYet()
    const { applicationId } = await submit(owner)
    const { version } = await look(owner, applicationId)
    good(await call(main, contracts.withdrawApplication, owner, { applicationId, version }))
    expect(await idsIn('reviewer-li', 'done')).toEqual([applicationId])
    expect(await idsIn('reviewer-li', 'done', { due: 'red' })).toEqual([])
  })
})

describe('the items to narrow by', () => {
  it('are those of which the member’s departments received a case, once each', async () => {
    const items = async (by: string) => good(await call(main, contracts.listReceivedItems, by, {})).items
    expect(await items('window-qin')).toEqual([])
    await submit(nobodyYet(), { itemCode: wedding })
    await submit(nobodyYet(), { itemCode: wedding })
    await submit(nobodyYet())
    expect(await items('window-qin')).toEqual([
      { code: tea, name: anItem().name, department: market },
      { code: wedding, name: '婚姻登记', department: civil },
    ])
    expect(await items('reviewer-li')).toEqual([{ code: tea, name: anItem().name, department: market }])
  })

  it('are called as the latest guide calls them, and two first cases at once are both taken in', async () => {
    await Promise.all([submit(nobodyYet()), submit(nobodyYet())])
    await program.publish(anItem({ version: 2, name: '茶馆（茶楼）经营许可' }))
    await submit(nobodyYet())
    const { items } = good(await call(main, contracts.listReceivedItems, 'reviewer-li', {}))
    expect(items.map(({ name }) => name)).toEqual(['茶馆（茶楼）经营许可'])
  })
})

describe('a search', () => {
  it('finds a case by its receipt number, by the beginning of it, and by its acceptance number', async () => {
    const { applicationId, receiptNumber } = await submit(nobodyYet())
    const { applicationId: other } = await submit(nobodyYet())
    expect(await find('reviewer-li', receiptNumber)).toEqual([applicationId])
    expect(await find('reviewer-li', acceptanceNumberOf(receiptNumber))).toEqual([applicationId])
    expect(new Set(await find('reviewer-li', 'gl 2026 0511'))).toEqual(new Set([applicationId, other]))
    expect(await find('reviewer-li', '20260510')).toEqual([])
  })

  it('finds what is over as well, and nothing of another department', async () => {
    const owner = nobodyYet()
    const { applicationId, receiptNumber } = await submit(owner)
    const { version } = await look(owner, applicationId)
    good(await call(main, contracts.withdrawApplication, owner, { applicationId, version }))
    expect(await find('reviewer-li', receiptNumber)).toEqual([applicationId])
    expect(await find('reviewer-wei', receiptNumber)).toEqual([])
    expect(await find('reviewer-wei', applicant.identityNumber)).toEqual([])
  })

  it('by the beginning of a number goes on from a cursor, the latest first', async () => {
    for (let count = 0; count < 23; count += 1) await submit(nobodyYet())
    const first = good(await call(main, contracts.findCases, 'reviewer-li', { text: '2026' }))
    const second = good(
      await call(main, contracts.findCases, 'reviewer-li', { text: '2026', cursor: first.next ?? '' }),
    )
    const receipts = [...first.applications, ...second.applications].map(({ receiptNumber }) => receiptNumber)
    expect([first.applications.length, second.applications.length, second.next]).toEqual([20, 3, undefined])
    expect(receipts).toEqual([...new Set(receipts)].sort().reverse())
  })

  it('by an identity number finds all of the person’s cases, and each says who looked', async () => {
    const owner = nobodyYet()
    const { applicationId } = await submit(owner)
    const { applicationId: second } = await submit(owner, { itemCode: adoption })
    expect(await find('reviewer-li', applicant.identityNumber)).toEqual([applicationId])
    expect(new Set(await find('window-qin', applicant.identityNumber))).toEqual(new Set([applicationId, second]))
    const { timeline } = await look(owner, applicationId)
    expect(timeline.slice(-2)).toMatchObject([
      { event: 'looked-up', actor: { name: '李审核' }, note: '窗口审批' },
      { event: 'looked-up', actor: { name: '秦综窗' }, note: '综合窗口' },
    ])
    const { data } = await program.database.collection('audit_entries').where({ subject: applicationId }).get()
    const [stored] = (await program.database.collection('applications').doc(applicationId).get()).data
    expect(verifyChain(data, stored.audit)).toBeUndefined()
    expect(JSON.stringify(stored)).not.toContain(applicant.identityNumber)
    // By the receipt number nobody is looked for.
    await find('reviewer-li', stored.receiptNumber)
    expect((await look(owner, applicationId)).timeline).toHaveLength(timeline.length)
  })

  it('goes by the identity number as it was put right', async () => {
    const owner = nobodyYet()
    const { id } = await submitAndNotice(owner, 'reviewer-li')
    const { version } = await look(owner, id)
    await resubmit(owner, id, version)
    expect(await find('reviewer-li', applicant.identityNumber)).toEqual([id])
  })

  it('leaves the version alone, so that a page that is open goes on', async () => {
    const claimed = await submitAndClaim(nobodyYet(), 'reviewer-li')
    await find('window-qin', applicant.identityNumber)
    const input = { applicationId: claimed.id, version: claimed.version }
    expect(good(await call(main, contracts.passApplication, 'reviewer-li', input)).state).toBe('passed')
  })

  it('takes no name, no part of an identity number and no wrong one', async () => {
    for (const text of [applicant.name, applicant.identityNumber.slice(0, 17), '110105194912310021'])
      expect([text, await call(main, contracts.findCases, 'reviewer-li', { text })]).toMatchObject([
        text,
        /^\d{17}$/.test(text) ? { ok: true } : { ok: false, error: { code: 'INVALID_INPUT' } },
      ])
    expect(refusalOf(await call(main, contracts.findCases, nobodyYet(), { text: '2026' }))).toBe('FORBIDDEN')
  })
})

describe('what they cost', () => {
  it('is the member and one query, whatever the number of departments', async () => {
    const every = allDepartments.map(({ name }) => name)
    await program.addStaff('window-all', '全综窗', every, ['comprehensive'])
    const asked = [
      () => call(main, contracts.listQueue, 'window-all', { queue: 'unclaimed', itemCode: tea, due: 'amber' }),
      () => call(main, contracts.listReceivedItems, 'window-all', {}),
    ]
    for (const ask of asked)
      expect(await program.countRequests(ask)).toEqual(['database.getDocument', 'database.getDocument'])
  })
})
