import * as contracts from '@shared/contracts/applications'
import * as decision from '@shared/contracts/applications-decision'
import { pledgeText } from '@shared/domain/pledge'
import { main } from '../../cloudfunctions/applications'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import { applicant, look, saveFilledDraft } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

const department = '市市场监督管理局'
const item = anItem({ pledge: true })
jest.setTimeout(60_000)

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram()
  await program.publish(
    item,
    anItem({ code: 'no-pledge' }),
    anItem({ code: 'adoption', department: '市民政局', pledge: true }),
  )
  await program.addStaff('reviewer-li', '李审核', [department])
  await program.addStaff('supervisor-tang', '唐督查', [department], ['supervisor'])
  await program.addStaff('supervisor-elsewhere', '韦督查', ['市民政局'], ['supervisor'])
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

async function sign(owner: string, { signature = applicant.name, itemCode = item.code } = {}) {
  const revision = await saveFilledDraft(owner, { itemCode })
  const input = { itemCode, revision, declared: true, consented: true, signature } as const
  return call(main, decision.acceptWithPledge, owner, input)
}
const pledged = async (owner = nobodyYet()) => good(await sign(owner)).applicationId
const draw = (seed: string, { size = 3, from = '2026-05-11', to = '2026-05-11', by = 'supervisor-tang' } = {}) =>
  call(main, decision.drawPledgeSample, by, { department, from, to, size, seed })
const checksIn = async (status: 'open' | 'done', by = 'supervisor-tang') =>
  good(await call(main, decision.listPledgeChecks, by, { status })).checks
const record = (checkId: string, kept: boolean, by = 'supervisor-tang') =>
  call(main, decision.recordPledgeCheck, by, { checkId, kept, note: '现场核查经营场所' })
const sampleOf = async (id: string) =>
  (await program.database.collection('pledge_samples').doc(id).get()).data[0] as { drawn: string[]; seed: string }

describe('a signed pledge', () => {
  it('is an acceptance at once: slip, clocks, and the pledge as it was signed', async () => {
    const owner = nobodyYet()
    const { applicationId, receiptNumber } = good(await sign(owner))
    const seen = await look(owner, applicationId)
    expect([seen.state, seen.acceptance?.way, seen.acceptance?.number]).toEqual([
      'accepted',
      'pledge',
      receiptNumber.replace('GL', 'SL'),
    ])
    expect(seen.clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['committed', '2026-05-18'],
      ['statutory', '2026-06-08'],
    ])
    expect(seen.pledge).toEqual({ signedAt: expect.any(Number), text: pledgeText(item, applicant, '2026-05-11') })
    expect(seen.pledge?.text).toContain('有固定经营场所')
    expect(seen.timeline.map(({ event }) => event)).toEqual(['accepted-with-pledge'])
    expect(good(await call(main, contracts.listMine, owner, {})).drafts).toEqual([])
  })

  it('stands in the database without the person’s name', async () => {
    await pledged()
    expect(JSON.stringify(program.dump())).not.toContain(applicant.name)
  })

  it('needs the applicant’s own name, and an item with a pledge; a refusal leaves the draft', async () => {
    const owner = nobodyYet()
    expect(refusalOf(await sign(owner, { signature: '秦小江' }))).toBe('SIGNATURE_DIFFERS')
    expect(refusalOf(await sign(owner, { itemCode: 'no-pledge' }))).toBe('NO_PLEDGE')
    expect(good(await call(main, contracts.listMine, owner, {})).drafts).toHaveLength(2)
  })
})

describe('a sample of pledged cases', () => {
  it('is drawn from the department’s cases of the period, and the same seed draws the same', async () => {
    program.setClock('2026-03-02T10:00:00+08:00')
    const ids = []
    for (let count = 0; count < 8; count += 1) ids.push(await pledged())
    good(await sign(nobodyYet(), { itemCode: 'adoption' }))
    program.setClock('2026-03-03T10:00:00+08:00')
    const later = await pledged()
    const day = { from: '2026-03-01', to: '2026-03-02' }
    const [first, again, other] = [
      good(await draw('2026-1', day)),
      good(await draw('2026-1', day)),
      good(await draw('2026-2', { ...day, size: 100 })),
    ]
    expect([first.drawn, first.of, other.drawn]).toEqual([3, 8, 8])
    const [one, two, all] = [
      await sampleOf(first.sampleId),
      await sampleOf(again.sampleId),
      await sampleOf(other.sampleId),
    ]
    expect(one.drawn).toEqual(two.drawn)
    expect(one.seed).toBe('2026-1')
    expect([...all.drawn].sort()).toEqual([...ids].sort())
    expect(all.drawn).not.toContain(later)
    // One that was drawn twice is checked once.
    expect((await checksIn('open')).map(({ application }) => application.id).sort()).toEqual([...ids].sort())
  })

  it('is of one’s own departments only, and of something', async () => {
    expect(refusalOf(await draw('1', { by: 'supervisor-elsewhere' }))).toBe('FORBIDDEN_DEPARTMENT')
    expect(refusalOf(await draw('1', { from: '2020-01-01', to: '2020-12-31' }))).toBe('NOTHING_PLEDGED')
    expect(await checksIn('open', 'supervisor-elsewhere')).toEqual([])
  })
})

describe('a check', () => {
  const drawnCheck = async (owner: string, at = '2026-04-01T10:00:00+08:00') => {
    program.setClock(at)
    const id = await pledged(owner)
    const day = at.slice(0, 10)
    good(await draw('x', { from: day, to: day }))
    return { id, checkId: (await checksIn('open')).find(({ application }) => application.id === id)!.id }
  }

  it('stands in the case’s chain, for the applicant to see, and is done once', async () => {
    const owner = nobodyYet()
    const { id, checkId } = await drawnCheck(owner)
    expect(refusalOf(await record(checkId, true, 'supervisor-elsewhere'))).toBe('NOT_FOUND')
    good(await record(checkId, true))
    expect(refusalOf(await record(checkId, false))).toBe('NOT_FOUND')
    const seen = await look(owner, id)
    expect(seen.pledge?.check).toMatchObject({ kept: true, note: '现场核查经营场所' })
    expect(seen.timeline.at(-1)).toMatchObject({ event: 'pledge-checked', label: '承诺核查：属实' })
    expect((await checksIn('done'))[0]).toMatchObject({ id: checkId, outcome: { kept: true } })
    expect((await checksIn('open')).map((check) => check.id)).not.toContain(checkId)
    const { data } = await program.database.collection('audit_entries').where({ subject: id }).get()
    const stored = await program.database.collection('applications').doc(id).get()
    expect(verifyChain(data, stored.data[0].audit)).toBeUndefined()
    expect((await sign(nobodyYet())).ok).toBe(true)
  })

  it('that finds a broken pledge keeps the person from pledging for a year, from any account', async () => {
    const { checkId } = await drawnCheck(nobodyYet(), '2026-07-01T10:00:00+08:00')
    good(await record(checkId, false))
    const owner = nobodyYet()
    expect(refusalOf(await sign(owner))).toBe('PLEDGE_BLOCKED')
    program.setClock('2027-06-30T23:50:00+08:00')
    expect(refusalOf(await sign(nobodyYet()))).toBe('PLEDGE_BLOCKED')
    program.setClock('2027-07-01T00:05:00+08:00')
    expect((await sign(nobodyYet())).ok).toBe(true)
    expect(JSON.stringify(program.dump())).not.toContain(applicant.identityNumber)
  })
})
