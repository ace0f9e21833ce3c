import * as fc from 'fast-check'
import type { InputOf } from '@shared/contracts/contract'
import * as contracts from '@shared/contracts/surveys'
import { addDays, startOfCivilDay } from '@shared/domain/civil-time'
import type { Grade } from '@shared/domain/rating'
import { main } from '../../cloudfunctions/surveys'
import { windowCodes } from '../../config/centre/windows'
import { aClosedCase } from '../support/a-closed-case'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(240_000)

const [market, civil] = ['市市场监督管理局', '市民政局']
const [food, firms] = ['D区 食品药品窗口', 'D区 企业登记窗口']
const supervisor = 'supervisor-wei'
const [reviewer, administrator] = ['reviewer-li', 'administrator-lu']

let program: Awaited<ReturnType<typeof startProgram>>
async function begin() {
  program = await startProgram()
  program.setClock('2026-05-11T10:00:00+08:00')
  await program.addStaff(supervisor, '韦国强', [market, civil], ['supervisor'])
  await program.addStaff(reviewer, '李审核', [market])
  await program.addStaff(administrator, '陆静怡', [], ['administrator'])
}
beforeEach(begin)
afterEach(() => program.stop())

let tickets = 0
const anonymous = () => ({ kind: 'anonymous', ticket: `ticket-${String((tickets += 1)).padStart(20, '0')}` }) as const
const visit = async (
  person: number,
  grade: Grade,
  window = food,
  author: { kind: 'named' } | ReturnType<typeof anonymous> = anonymous(),
) =>
  good(
    await call(main, contracts.rateVisit, `visitor-${String(person)}`, {
      window: windowCodes[window] ?? '',
      content: { grade, tags: grade < 3 ? ['waited-long'] : ['quick'] },
      author,
    }),
  )
const visits = async (grades: readonly Grade[], window = food) => {
  for (const [person, grade] of grades.entries()) await visit(person, grade, window)
}
const rollUp = async () => good(await call(main, contracts.rollUpSatisfaction, 'timer', {})).done
const figures = async (more: Partial<InputOf<typeof contracts.getSatisfaction>> = {}, by = supervisor) =>
  good(await call(main, contracts.getSatisfaction, by, { by: 'department', from: '2026-05', to: '2026-05', ...more }))

describe('the figures of satisfaction', () => {
  it('show a department from five answers on, and nothing below', async () => {
    await visits([5, 5, 4, 2])
    await rollUp()
    expect((await figures()).rows).toEqual([{ name: market, invited: 0, byDefault: 0, byPhone: 0 }])
    expect((await figures()).total.shown).toBeUndefined()
    expect((await figures()).tags).toEqual([])
    await visit(9, 3)
    await rollUp()
    const { rows, total, tags, rolledUpAt } = await figures()
    expect(rows[0]?.shown).toMatchObject({
      answers: 5,
      byGrade: [2, 1, 1, 1, 0],
      satisfaction: 0.8,
      praise: 0,
      rank: 1,
    })
    expect(total.shown).toMatchObject({ answers: 5 })
    expect(tags).toEqual([
      { tag: 'quick', count: 4 },
      { tag: 'waited-long', count: 1 },
    ])
    expect(rolledUpAt).toBeGreaterThan(0)
  })

  it('hide a window’s few answers, and one more window so that they cannot be worked out', async () => {
    await visits([5, 5, 5, 5, 5, 5, 5])
    await visits([4, 4, 4, 4, 4], firms)
    await visits([1, 1], 'D区 特种设备窗口')
    await rollUp()
    const { rows, total } = await figures({ by: 'window' })
    expect(total.shown?.answers).toBe(14)
    expect(rows.map(({ name, shown }) => [name, shown?.answers])).toEqual([
      [firms, undefined],
      ['D区 特种设备窗口', undefined],
      [food, 7],
    ])
  })

  it('tell a month with few answers with the next one, whatever period is asked for', async () => {
    await visits([5, 5, 5, 5, 5, 5])
    program.setClock('2026-06-11T10:00:00+08:00')
    await visits([1, 1])
    program.setClock('2026-07-11T10:00:00+08:00')
    await visits([4, 4, 4])
    await rollUp()
    const answersIn = async (from: string, to: string) => (await figures({ from, to })).total.shown?.answers
    expect([await answersIn('2026-05', '2026-05'), await answersIn('2026-05', '2026-06')]).toEqual([6, 6])
    expect([await answersIn('2026-06', '2026-06'), await answersIn('2026-05', '2026-07')]).toEqual([undefined, 11])
    const { rows } = await figures({ by: 'month', to: '2026-07' })
    expect(rows.map(({ name, shown }) => [name, shown?.answers])).toEqual([
      ['2026-05', 6],
      ['2026-06', undefined],
      ['2026-06至2026-07', 5],
    ])
  })

  it('keep answers, answers by phone and silence apart', async () => {
    const closed: string[] = []
    for (let place = 0; place < 8; place += 1) closed.push(await aClosedCase(program, `owner-${String(place)}`))
    for (const [place, applicationId] of closed.slice(0, 5).entries()) {
      const author = place % 2 === 0 ? anonymous() : ({ kind: 'named' } as const)
      const input = { applicationId, content: { grade: 4 as const, tags: [] }, author }
      good(await call(main, contracts.rateApplication, `owner-${String(place)}`, input))
    }
    const period = { department: market, from: '2026-05-01', to: '2026-05-31', size: 8, seed: 'a' }
    const { sampleId } = good(await call(main, contracts.drawReturnVisits, supervisor, period))
    const { calls } = good(await call(main, contracts.listReturnVisits, supervisor, { sampleId }))
    const { data } = await program.database.collection('surveys_calls').limit(100).get()
    const silent = (data as { _id: string; applicationId: string }[]).find((each) => each.applicationId === closed[7])
    expect(calls.map(({ id }) => id)).toContain(silent?._id)
    const result = { outcome: 'reached' as const, content: { grade: 1 as const, tags: [] } }
    good(await call(main, contracts.recordReturnVisit, supervisor, { callId: silent?._id ?? '', result }))
    program.setClock('2026-05-18T23:00:00+08:00')
    await rollUp()
    expect((await figures()).rows[0]).toMatchObject({
      invited: 8,
      byDefault: 0,
      byPhone: 1,
      shown: { answers: 5, response: 5 / 8 },
    })
    program.setClock('2026-05-19T01:00:00+08:00')
    await rollUp()
    const [row] = (await figures()).rows
    expect(row).toMatchObject({ invited: 8, byDefault: 2, byPhone: 1 })
    expect(row?.shown).toMatchObject({ answers: 5, byGrade: [0, 5, 0, 0, 0], satisfaction: 1 })
  })

  it('name item and window of an anonymous answer only where it could be any of five people’s', async () => {
    for (let place = 0; place < 6; place += 1) {
      const applicationId = await aClosedCase(program, `owner-${String(place)}`)
      const input = { applicationId, content: { grade: 5 as const, tags: [] }, author: anonymous() }
      good(await call(main, contracts.rateApplication, `owner-${String(place)}`, input))
    }
    const { data } = await program.database.collection('surveys_answers').limit(100).get()
    const places = (data as { itemCode: string; window: string; department: string }[]).map((answer) => [
      answer.department,
      answer.window,
      answer.itemCode,
    ])
    expect(places.filter(([department]) => department === market)).toHaveLength(6)
    expect(places.filter(([, window, item]) => window === '' && item === '')).toHaveLength(4)
    expect(places.filter(([, window, item]) => window === food && item === 'tea-house-licence')).toHaveLength(2)
  })

  it('score the months, rank the quarters among all departments, and total the year', async () => {
    await visits([5, 5, 5, 5, 5])
    await visits([5, 5, 5, 5, 1], 'B区 民政窗口')
    await rollUp()
    const { scores } = await figures({ from: '2026-04', to: '2026-06' })
    const of = (name: string) => scores.find(({ department }) => department === name)
    expect(of(market)).toEqual({
      department: market,
      months: [{ month: '2026-04' }, { month: '2026-05', score: 100 }, { month: '2026-06' }],
      quarters: [{ quarter: '2026-Q2', score: 100, rank: 1 }],
      year: 100,
    })
    expect(of(civil)?.quarters).toEqual([{ quarter: '2026-Q2', score: 80, rank: 2 }])
    // The rank is among all departments, also where only one may be seen.
    expect((await figures({}, reviewer)).scores.map(({ department }) => department)).toEqual([market])
    await visits([1, 1, 1, 1, 1], firms)
    await rollUp()
    expect((await figures({}, reviewer)).rows.map(({ name, shown }) => [name, shown?.rank])).toEqual([[market, 2]])
  })

  it('are of one’s own departments; the administrators’ of all', async () => {
    await visits([5, 5, 5, 5, 5])
    await visits([5, 5, 5, 5, 1], 'B区 民政窗口')
    await rollUp()
    expect((await figures({}, reviewer)).rows.map(({ name }) => name)).toEqual([market])
    expect((await figures({}, administrator)).rows).toHaveLength(2)
    expect((await figures({ department: civil })).rows.map(({ name }) => name)).toEqual([civil])
    const elsewhere = { by: 'item', from: '2026-05', to: '2026-05', department: civil } as const
    expect(refusalOf(await call(main, contracts.getSatisfaction, reviewer, elsewhere))).toBe('FORBIDDEN')
  })

  it('read one document a month, from the first January on', async () => {
    await visits([5, 5, 5, 5, 5])
    await rollUp()
    const asked = await program.countRequests(() => figures({ from: '2025-06', to: '2026-05' }))
    expect(asked).toEqual(Array.from({ length: 3 }, () => 'database.getDocument'))
  })

  it('count an amended answer on its first day, as it is now', async () => {
    await visits([5, 5, 5, 5])
    const mine = anonymous()
    await visit(8, 5, food, mine)
    await rollUp()
    program.setClock('2026-05-17T10:00:00+08:00')
    const amended = { of: mine, content: { grade: 1 as const, tags: [] } }
    good(await call(main, contracts.amendRating, 'visitor-8', amended))
    await rollUp()
    expect((await figures()).total.shown).toMatchObject({ byGrade: [4, 0, 0, 0, 1] })
  })
})

/** One step of a random history, on a later day than the one before. */
type Step =
  | { readonly kind: 'close'; readonly place: number }
  | { readonly kind: 'rate'; readonly which: number; readonly grade: Grade; readonly isAnonymous: boolean }
  | { readonly kind: 'amend'; readonly which: number; readonly grade: Grade }
  | { readonly kind: 'visit'; readonly grade: Grade; readonly isAnonymous: boolean }
  | { readonly kind: 'answer'; readonly which: number }
  | { readonly kind: 'roll-up' }

const grade = fc.constantFrom<Grade>(5, 4, 3, 2, 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('close' as const), place: fc.nat(1) }),
  fc.record({ kind: fc.constant('rate' as const), which: fc.nat(9), grade, isAnonymous: fc.boolean() }),
  fc.record({ kind: fc.constant('amend' as const), which: fc.nat(9), grade }),
  fc.record({ kind: fc.constant('visit' as const), grade, isAnonymous: fc.boolean() }),
  fc.record({ kind: fc.constant('answer' as const), which: fc.nat(9) }),
  fc.record({ kind: fc.constant('roll-up' as const) }),
)

interface Counts {
  readonly answers: number
  readonly byGrade: readonly number[]
  readonly invited: number
  readonly responded: number
  readonly due: number
  readonly onTime: number
  readonly praise: number
}

it('equal a recount from the raw answers, whatever happened in whatever order', async () => {
  await program.stop()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, fc.nat(4)), { minLength: 5, maxLength: 25 }), async (history) => {
      await begin()
      try {
        await live(history)
        await rollUp()
        expect(await rolledUp()).toEqual(await recounted())
      } finally {
        await program.stop()
      }
    }),
    { numRuns: 8 },
  )
  await begin()
})

async function live(history: readonly (readonly [Step, number])[]): Promise<void> {
  const cases: string[] = []
  const given: { of: InputOf<typeof contracts.amendRating>['of']; by: string }[] = []
  let day = '2026-05-11'
  for (const [place, [step, pause]] of history.entries()) {
    day = addDays(day, pause)
    program.setClock(new Date(startOfCivilDay(day) + 10 * 3_600_000 + place * 1000).toISOString())
    const by = `person-${String(place)}`
    switch (step.kind) {
      case 'close':
        cases.push(
          await aClosedCase(
            program,
            'owner',
            step.place === 0 ? {} : { department: civil, window: 'B区 民政窗口', itemCode: 'other' },
          ),
        )
        break
      case 'rate': {
        const applicationId = cases[step.which]
        if (applicationId === undefined) break
        const author = step.isAnonymous ? anonymous() : ({ kind: 'named' } as const)
        const input = { applicationId, content: { grade: step.grade, tags: [] }, author }
        const answer = await call(main, contracts.rateApplication, 'owner', input)
        const of = author.kind === 'anonymous' ? author : ({ kind: 'named', applicationId } as const)
        if (answer.ok) given.push({ of, by: 'owner' })
        break
      }
      case 'visit': {
        const author = step.isAnonymous ? anonymous() : ({ kind: 'named' } as const)
        const input = { window: 'D03', content: { grade: step.grade, tags: [] }, author }
        good(await call(main, contracts.rateVisit, by, input))
        given.push({ of: author.kind === 'anonymous' ? author : { kind: 'visit', window: 'D03', day }, by })
        break
      }
      case 'amend': {
        const which = given[step.which]
        if (which === undefined) break
        const input = { of: which.of, content: { grade: step.grade, tags: [] } }
        await call(main, contracts.amendRating, which.by, input)
        break
      }
      case 'answer': {
        const { rectifications } = good(await call(main, contracts.listRectifications, supervisor, { list: 'open' }))
        const one = rectifications[step.which]
        const action = one?.actions.find((each) => each === 'verify' || each === 'answer')
        if (one === undefined || action === undefined) break
        const input = { rectificationId: one.id, version: one.version, action, words: '已核实并整改' } as const
        good(await call(main, contracts.moveRectification, supervisor, input))
        break
      }
      case 'roll-up':
        await rollUp()
    }
  }
}

const none: Counts = { answers: 0, byGrade: [0, 0, 0, 0, 0], invited: 0, responded: 0, due: 0, onTime: 0, praise: 0 }
const plus = (one: Counts, other: Partial<Counts>): Counts => ({
  answers: one.answers + (other.answers ?? 0),
  byGrade: one.byGrade.map((count, place) => count + (other.byGrade?.[place] ?? 0)),
  invited: one.invited + (other.invited ?? 0),
  responded: one.responded + (other.responded ?? 0),
  due: one.due + (other.due ?? 0),
  onTime: one.onTime + (other.onTime ?? 0),
  praise: one.praise + (other.praise ?? 0),
})
type ByMonth = Readonly<Record<string, Counts>>
const documents = async (name: string) =>
  (await program.database.collection(name).limit(1000).get()).data as Record<string, unknown>[]

/** Department and month → what the months' documents say. */
async function rolledUp(): Promise<ByMonth> {
  const sums: Record<string, Counts> = {}
  for (const month of await documents('surveys_months')) {
    for (const cell of month.cells as (Counts & { department: string })[]) {
      const key = `${String(month._id)} ${cell.department}`
      const answers = cell.byGrade.reduce((sum, count) => sum + count, 0)
      sums[key] = plus(sums[key] ?? none, { ...cell, answers })
    }
  }
  return sums
}

/** The same, straight from what is stored. */
async function recounted(): Promise<ByMonth> {
  const sums: Record<string, Counts> = {}
  const note = (day: unknown, department: unknown, counts: Partial<Counts>) => {
    const key = `${String(day).slice(0, 7)} ${String(department)}`
    sums[key] = plus(sums[key] ?? none, counts)
  }
  for (const { day, department, grade, hasPraise } of await documents('surveys_answers')) {
    const byGrade = [5, 4, 3, 2, 1].map((each) => Number(each === grade))
    note(day, department, { answers: 1, byGrade, praise: Number(hasPraise) })
  }
  for (const { closedOn, department, state } of await documents('surveys_invitations')) {
    note(closedOn, department, { invited: 1, responded: Number(String(state).startsWith('answered')) })
  }
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  for (const { openedOn, department, answeredOn, overran, clock } of await documents('surveys_rectifications')) {
    const { name, deadline } = (clock ?? {}) as { name?: string; deadline?: { dueOn: string } }
    const isRunning = name === 'verify' || name === 'rectify'
    const isLate = overran === true || (isRunning && (deadline?.dueOn ?? '') < today)
    const isAnswered = answeredOn !== ''
    note(openedOn, department, { due: Number(isLate || isAnswered), onTime: Number(isAnswered && !isLate) })
  }
  return sums
}
