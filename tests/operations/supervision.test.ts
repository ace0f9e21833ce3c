import * as fc from 'fast-check'
import Papa from 'papaparse'
import * as applications from '@shared/contracts/applications'
import * as contracts from '@shared/contracts/supervision'
import type { CaseFacts } from '@shared/domain/case-facts'
import { addDays } from '@shared/domain/civil-time'
import { figuresOf, sumOf, tallyOfDay, type FigureGroup } from '@shared/domain/supervision-figures'
import { acceptanceNumberOf, formatReceiptNumber, makeReceiptNumber } from '@shared/domain/receipt-number'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { storedCase } from '../../cloudfunctions/kernel/case-facts'
import type { AuditEntry } from '../../cloudfunctions/kernel/store'
import { main } from '../../cloudfunctions/supervision'
import { applicant, claim, submit, submitAndClaim } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

jest.setTimeout(120_000)

const market = '市市场监督管理局'
const civil = '市民政局'
const food = 'D区 食品药品窗口'
const firms = 'D区 企业登记窗口'
const supervisor = 'supervisor-wei'
const [reviewer, elsewhere, administrator] = ['reviewer-li', 'supervisor-elsewhere', 'administrator-lu']

let program: Awaited<ReturnType<typeof startProgram>>
beforeEach(async () => {
  program = await startProgram()
  program.setClock('2026-05-20T10:00:00+08:00')
  await program.addStaff(supervisor, '韦国强', [market, civil], ['supervisor'])
  await program.addStaff(elsewhere, '廖督查', [civil], ['supervisor'])
  await program.addStaff(reviewer, '李审核', [market])
  await program.addStaff(administrator, '陆静怡', [], ['administrator'])
})
afterEach(() => program.stop())

const today = '2026-05-20'
const aCase: CaseFacts = {
  receiptNumber: 'GL2026051100000001',
  department: market,
  window: food,
  itemCode: 'food-operation-licence',
  itemName: '食品经营许可（新办）',
  channel: 'pre-review',
  state: 'accepted',
  submittedOn: '2026-05-11',
  acceptedOn: '2026-05-12',
  decidedOn: '',
  closedOn: '',
  outcome: '',
  committedMinutes: 5 * 480,
  statutoryMinutes: 20 * 480,
  usedMinutes: 0,
  onTime: false,
  lawful: false,
  running: true,
  amberOn: '2026-05-25',
  dueOn: '2026-05-27',
  clock: 'committed',
}
const green: Partial<CaseFacts> = {}
const amber: Partial<CaseFacts> = { amberOn: today, dueOn: addDays(today, 2) }
const lastDay: Partial<CaseFacts> = { amberOn: addDays(today, -1), dueOn: today }
const red: Partial<CaseFacts> = { amberOn: addDays(today, -5), dueOn: addDays(today, -1) }
const done: Partial<CaseFacts> = {
  state: 'approved',
  outcome: 'approved',
  decidedOn: today,
  usedMinutes: 4 * 480,
  onTime: true,
  lawful: true,
  running: false,
  amberOn: '9999-12-31',
  dueOn: '9999-12-31',
  clock: '',
}
async function keep(...changes: readonly Partial<CaseFacts>[]) {
  const documents = changes.map((change, place) =>
    storedCase(`case-${String(place).padStart(6, '0')}`, { ...aCase, ...change }),
  )
  for (let from = 0; from < documents.length; from += 500) {
    await program.database.collection('supervision_cases').add(documents.slice(from, from + 500))
  }
}
const board = async (by = supervisor) => good(await call(main, contracts.getBoard, by, {}))
const urgent = async (input: Parameters<typeof call<typeof contracts.listUrgent>>[3], by = supervisor) =>
  good(await call(main, contracts.listUrgent, by, input))
const rollUp = async () => good(await call(main, contracts.rollUpFigures, 'timer', {}))
const figures = async (by: FigureGroup = 'department', more: { department?: string } = {}) =>
  good(await call(main, contracts.getFigures, supervisor, { from: '2026-05', to: '2026-06', by, ...more }))
const rowsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\ufeff/, '').trimEnd()).data

describe('the deadlines board', () => {
  it('counts what runs, what is amber and what is red by department and window', async () => {
    await keep(
      green,
      amber,
      lastDay,
      red,
      red,
      done,
      { ...red, window: firms },
      { ...amber, department: civil, window: 'B区 民政窗口' },
    )
    const { departments } = await board()
    expect(departments).toEqual([
      {
        department: market,
        running: 6,
        amber: 2,
        red: 3,
        windows: expect.arrayContaining([
          { window: food, running: 5, amber: 2, red: 2 },
          { window: firms, running: 1, amber: 0, red: 1 },
          { window: 'D区 个体登记窗口', running: 0, amber: 0, red: 0 },
        ]),
      },
      {
        department: civil,
        running: 1,
        amber: 1,
        red: 0,
        windows: [{ window: 'B区 民政窗口', running: 1, amber: 1, red: 0 }],
      },
    ])
  })

  it('turns a case red at midnight after its last day, and not before', async () => {
    await keep(lastDay)
    program.setClock('2026-05-20T23:59:59+08:00')
    expect((await board()).departments[0]).toMatchObject({ amber: 1, red: 0 })
    program.setClock('2026-05-21T00:00:01+08:00')
    expect((await board()).departments[0]).toMatchObject({ amber: 0, red: 1 })
  })

  it('shows a window that only its cases know', async () => {
    await keep({ ...red, window: '临时窗口' })
    expect((await board()).departments[0]?.windows).toContainEqual({ window: '临时窗口', running: 1, amber: 0, red: 1 })
  })

  it('is that of the supervisor’s own departments, and for supervisors only', async () => {
    await keep(red)
    expect((await board(elsewhere)).departments.map(({ department, red: late }) => [department, late])).toEqual([
      [civil, 0],
    ])
    for (const by of [reviewer, administrator, 'resident-somebody']) {
      expect(refusalOf(await call(main, contracts.getBoard, by, {}))).toBe('FORBIDDEN')
    }
  })

  it('is as old as it says, and counted anew by the timer', async () => {
    await keep(red)
    const countBoard = async () => good(await call(main, contracts.countBoard, 'timer', {}))
    expect(await countBoard()).toEqual({ windows: 1 })
    const { countedAt } = await board()
    await program.database.collection('supervision_cases').add(storedCase('case-later', { ...aCase, ...red }))
    program.advance(60_000)
    expect(await board()).toMatchObject({ countedAt, departments: [{ red: 1 }, { red: 0 }] })
    expect(await countBoard()).toEqual({ windows: 1 })
    const { countedAt: later, departments } = await board()
    expect(later).toBeGreaterThanOrEqual(countedAt + 60_000)
    expect(departments).toMatchObject([{ red: 2 }, { red: 0 }])
  })

  it('shows today’s colours from midnight on, also before the timer ran', async () => {
    await keep(lastDay)
    program.setClock('2026-05-20T23:59:00+08:00')
    good(await call(main, contracts.countBoard, 'timer', {}))
    expect((await board()).departments[0]).toMatchObject({ amber: 1, red: 0 })
    program.setClock('2026-05-21T00:00:01+08:00')
    expect((await board()).departments[0]).toMatchObject({ amber: 0, red: 1 })
  })

  it('asks a bounded number of questions, all led by an index, however many cases there are', async () => {
    await keep(
      ...Array.from({ length: 3000 }, (_, place) => ({
        ...(place % 50 === 0 ? red : green),
        window: place % 2 ? food : firms,
      })),
    )
    const look = async () => {
      expect((await board()).departments[0]).toMatchObject({ running: 3000, red: 60 })
    }
    // The member and the counts; three groupings where the timer has not counted yet.
    expect((await program.countRequests(look)).length).toBeLessThanOrEqual(5)
    good(await call(main, contracts.countBoard, 'timer', {}))
    expect((await program.countRequests(look)).length).toBe(2)
  })
})

describe('the urgent cases', () => {
  it('are listed by colour, the longest overdue first, without anything of the applicant', async () => {
    await keep({ ...red, dueOn: '2026-05-18' }, { ...red, dueOn: '2026-05-15' }, amber, green, done)
    const { cases } = await urgent({ urgency: 'red' })
    expect(cases.map(({ dueOn }) => dueOn)).toEqual(['2026-05-15', '2026-05-18'])
    expect((await urgent({ urgency: 'amber' })).cases.map(({ id }) => id)).toEqual(['case-000002'])
    expect(Object.keys(cases[0]!).sort()).toEqual([
      'amberOn',
      'channel',
      'clock',
      'department',
      'dueOn',
      'id',
      'itemName',
      'receiptNumber',
      'state',
      'submittedOn',
      'window',
    ])
  })

  it('that are amber come in the order they are due, without those overdue and those not yet amber', async () => {
    const days = [3, 0, 2, 1]
    await keep(
      ...days.map((day) => ({ ...amber, dueOn: addDays(today, day) })),
      red,
      { ...green, dueOn: addDays(today, 2), amberOn: addDays(today, 1) },
      done,
    )
    const { cases } = await urgent({ urgency: 'amber' })
    expect(cases.map(({ dueOn }) => dueOn)).toEqual([0, 1, 2, 3].map((day) => addDays(today, day)))
  })

  it('come page by page, each once, for one department or window or all of one’s own', async () => {
    await keep(
      ...Array.from({ length: 45 }, (_, place) => ({ ...red, dueOn: addDays('2026-05-01', place % 3) })),
      { ...red, department: civil },
      { ...red, window: firms },
    )
    const seen: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = await urgent({
        urgency: 'red',
        department: market,
        window: food,
        ...(cursor === undefined ? {} : { cursor }),
      })
      seen.push(...page.cases.map(({ id }) => id))
      cursor = page.next
      if (cursor === undefined) break
    }
    expect(new Set(seen).size).toBe(45)
    expect(seen).toHaveLength(45)
    expect((await urgent({ urgency: 'red' }, elsewhere)).cases).toHaveLength(1)
    expect(refusalOf(await call(main, contracts.listUrgent, elsewhere, { urgency: 'red', department: market }))).toBe(
      'DEPARTMENT_NOT_YOURS',
    )
  })

  it('are exported as CSV that Excel reads and that runs no formula', async () => {
    await keep(
      { ...red, itemName: '=HYPERLINK("http://example.com","x")' },
      { ...amber, itemName: '名称，带"引号"' },
      green,
    )
    const { csv, next } = good(await call(main, contracts.exportUrgent, supervisor, {}))
    expect(next).toBeUndefined()
    expect(csv.startsWith(`\ufeff${['状态', '受理编号'].join(',')},`)).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    const [, late, soon] = rowsOf(csv)
    expect(late).toEqual(expect.arrayContaining(['已超期', '\'=HYPERLINK("http://example.com","x")', '承诺时限', '-1']))
    expect(soon).toEqual(expect.arrayContaining(['临近到期', '名称，带"引号"', '2']))
  })

  it('are exported part by part, every case once', async () => {
    await keep(...Array.from({ length: 1200 }, (_, place) => ({ ...red, receiptNumber: `GL${String(place)}` })))
    let [file, parts] = ['', 0]
    for (let cursor: string | undefined; ;) {
      const part = good(await call(main, contracts.exportUrgent, supervisor, cursor === undefined ? {} : { cursor }))
      file += part.csv
      parts += 1
      cursor = part.next
      if (cursor === undefined) break
    }
    const rows = rowsOf(file)
    expect([parts, rows.length, new Set(rows.map((row) => row[1])).size]).toEqual([3, 1201, 1201])
  })
})

describe('the figures', () => {
  it('are none before they were added up, and none where nothing was decided', async () => {
    expect(await figures()).toEqual({ rows: [], leftOut: 0, total: { received: 0, accepted: 0, decided: 0 } })
    await rollUp()
    const { total, countedAt } = await figures()
    expect(total).toEqual({ received: 0, accepted: 0, decided: 0 })
    expect(countedAt).toBeGreaterThan(0)
  })

  it('are those worked out by hand, by department, window, item and month', async () => {
    await keep(
      done,
      { ...done, onTime: false, usedMinutes: 12 * 480, window: firms },
      { ...done, department: civil, statutoryMinutes: 10 * 480, decidedOn: '2026-05-19' },
      green,
    )
    await rollUp()
    const { total, rows } = await figures()
    expect(total).toEqual({
      received: 4,
      accepted: 4,
      decided: 3,
      onTimeRate: 2 / 3,
      lawfulRate: 1,
      averageDays: 20 / 3,
      promisedSaving: 1 - 15 / 50,
      achievedSaving: 1 - 20 / 50,
    })
    expect(rows.map(({ department, figures: { decided, onTimeRate } }) => [department, decided, onTimeRate])).toEqual([
      [market, 2, 0.5],
      [civil, 1, 1],
    ])
    expect((await figures('window')).rows.map(({ window }) => window)).toEqual([firms, food, food])
    expect((await figures('item')).rows).toHaveLength(2)
    expect((await figures('month')).rows.map(({ month }) => month)).toEqual(['2026-05'])
    expect((await figures('month', { department: civil })).total.decided).toBe(1)
  })

  it('follow what happens later: the same day again, the days after, and days nobody counted', async () => {
    await keep(green)
    expect(await rollUp()).toEqual({ days: 10, months: 1 })
    await program.database
      .collection('supervision_cases')
      .doc('case-000000')
      .set(JSON.parse(JSON.stringify({ ...storedCase('case-000000', { ...aCase, ...done }), _id: undefined })))
    expect((await figures()).total.decided).toBe(0)
    program.advance(3_600_000)
    expect(await rollUp()).toEqual({ days: 2, months: 1 })
    expect((await figures()).total.decided).toBe(1)
    program.setClock('2026-06-03T00:30:00+08:00')
    expect(await rollUp()).toEqual({ days: 16, months: 2 })
    expect((await figures()).total).toMatchObject({ received: 1, decided: 1 })
  })

  it('added up by the timer are those counted afresh from the cases, whatever the cases are', async () => {
    const later = fc.integer({ min: 0, max: 6 })
    const anyCase: fc.Arbitrary<Partial<CaseFacts>> = fc
      .record({
        department: fc.constantFrom(market, civil),
        window: fc.constantFrom(food, firms),
        itemCode: fc.constantFrom('a', 'b'),
        usedMinutes: fc.integer({ min: 0, max: 9600 }),
        onTime: fc.boolean(),
        steps: fc.tuple(later, later, later),
        length: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ steps, length, ...facts }) => {
        const [submittedOn, acceptedOn, decidedOn] = steps.map((_, place) =>
          place < length
            ? addDays(
                '2026-05-01',
                steps.slice(0, place + 1).reduce((sum, days) => sum + days, 0),
              )
            : '',
        )
        return { ...facts, submittedOn: submittedOn!, acceptedOn: acceptedOn!, decidedOn: decidedOn! }
      })
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCase, { minLength: 1, maxLength: 30 }),
        fc.constantFrom<FigureGroup>('department', 'window', 'item', 'month'),
        async (changes, by) => {
          for (const name of ['supervision_cases', 'supervision_days', 'supervision_months', 'supervision_progress']) {
            await program.database
              .collection(name)
              .where({ _id: program.database.command.exists(true) })
              .remove()
          }
          await keep(...changes)
          await rollUp()
          const { rows, total } = await figures(by)
          const days = Array.from({ length: 20 }, (_, count) => addDays('2026-05-01', count))
          const cases = changes.map((change) => ({ ...aCase, ...change }))
          expect(total).toEqual(figuresOf(sumOf(days.flatMap((each) => cases.map((one) => tallyOfDay(one, each))))))
          expect(rows.reduce((sum, row) => sum + row.figures.decided, 0)).toBe(total.decided)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('are exported with their headings, part by part, in per cent', async () => {
    await keep(
      ...Array.from({ length: 1100 }, (_, place) => ({
        ...done,
        usedMinutes: 30 * 480,
        itemCode: `item-${String(place).padStart(4, '0')}`,
        itemName: '+事项',
      })),
    )
    await rollUp()
    const question = { from: '2026-05', to: '2026-05', by: 'item' } as const
    let file = ''
    for (let cursor: string | undefined; ;) {
      const part = good(
        await call(main, contracts.exportFigures, supervisor, {
          ...question,
          ...(cursor === undefined ? {} : { cursor }),
        }),
      )
      file += part.csv
      cursor = part.next
      if (cursor === undefined) break
    }
    const [head, first, ...others] = rowsOf(file)
    expect(others).toHaveLength(1099)
    expect(head).toEqual(expect.arrayContaining(['事项', '按时办结率（%）', '办理提速率（%）']))
    expect(first).toEqual([market, '', 'item-0000', "'+事项", '', '1', '1', '1', '100', '100', '75', '-50', '30'])
    const shown = good(await call(main, contracts.getFigures, supervisor, question))
    expect([shown.rows.length, shown.leftOut]).toEqual([300, 800])
    const wrong = await call(main, contracts.exportFigures, supervisor, { ...question, cursor: 'x' })
    expect(refusalOf(wrong)).toBe('INVALID_INPUT')
  })

  it('are asked for by a span of one to twenty-four months, of one’s own departments', async () => {
    const ask = (from: string, to: string, by = supervisor) =>
      call(main, contracts.getFigures, by, { from, to, by: 'month', department: market })
    for (const [from, to] of [
      ['2026-05', '2026-04'],
      ['2024-05', '2026-05'],
      ['2026-13', '2026-13'],
      ['2026-5', '2026-5'],
    ] as const) {
      expect(refusalOf(await ask(from, to))).toBe('INVALID_INPUT')
    }
    good(await ask('2024-06', '2026-05'))
    expect(refusalOf(await ask('2026-05', '2026-05', elsewhere))).toBe('DEPARTMENT_NOT_YOURS')
  })
})

describe('a case as supervision sees it', () => {
  beforeEach(() => program.publish(anItem({ department: market })))

  it('is noted with every step, and says nothing of the applicant', async () => {
    program.setClock('2026-05-20T10:00:00+08:00')
    await submit('resident-qin')
    expect((await board()).departments[0]).toMatchObject({ running: 1, amber: 0, red: 0 })
    program.setClock('2026-05-22T10:00:00+08:00')
    expect((await urgent({ urgency: 'red' })).cases).toMatchObject([
      { clock: 'promise', dueOn: '2026-05-21', window: 'D12' },
    ])
    const { id: applicationId, version } = await submitAndClaim('resident-lu', reviewer, { channel: 'online-full' })
    good(await call(applicationsMain, applications.passApplication, reviewer, { applicationId, version }))
    await rollUp()
    expect((await figures()).total).toMatchObject({ received: 2, accepted: 1, decided: 0 })
    const facts = JSON.stringify(program.dump().supervision_cases)
    for (const secret of [...Object.values(applicant), 'resident-qin']) expect(facts).not.toContain(secret)
  })

  it('leaves the board when it waits for the applicant', async () => {
    const { id: applicationId, version } = await submitAndClaim('resident-qin', reviewer)
    good(await call(applicationsMain, applications.passApplication, reviewer, { applicationId, version }))
    expect((await board()).departments[0]).toMatchObject({ running: 0 })
  })
})

describe('the auditor’s timeline', () => {
  beforeEach(() => program.publish(anItem({ department: market })))
  const timeline = (applicationId: string, by = supervisor) => call(main, contracts.getTimeline, by, { applicationId })

  it('is the whole chain with who, when and the mark of each entry, and says that it is whole', async () => {
    const { applicationId } = await submit('resident-qin')
    await claim(applicationId, reviewer)
    for (const by of [supervisor, administrator]) {
      const seen = good(await timeline(applicationId, by))
      expect(seen).toMatchObject({ itemName: '茶馆经营许可', department: market, state: 'reviewing' })
      expect(seen.verification).toMatchObject({ isWhole: true, faults: [] })
      expect(seen.entries.map(({ event }) => event)).toEqual(['submitted', 'claimed'])
      expect(seen.entries[1]).toMatchObject({
        sequence: 2,
        label: '开始预审',
        actor: { kind: 'staff', name: '李审核' },
      })
      expect(seen.entries[0]?.details).toContainEqual({ name: 'to', value: 'submitted' })
      expect(new Set(seen.entries.map(({ mark }) => mark)).size).toBe(2)
    }
  })

  it('shows where somebody changed, removed or added to the record behind the program', async () => {
    const { applicationId } = await submit('resident-qin')
    await claim(applicationId, reviewer)
    const entries = program.database.collection('audit_entries')
    const entry = async (sequence: number) =>
      ((await entries.doc(`${applicationId}:${String(sequence)}`).get()).data as AuditEntry[])[0]!
    const faults = async () => good(await timeline(applicationId)).verification.faults
    const { _id: claimed, ...rest } = await entry(2)
    await entries.doc(claimed).update({ at: 0 })
    expect(await faults()).toEqual([{ chain: 'case', sequence: 2, kind: 'altered' }])
    await entries.doc(claimed).remove()
    expect(await faults()).toEqual([{ chain: 'case', sequence: 2, kind: 'cut-off' }])
    await entries.doc(claimed).set(rest)
    expect(await faults()).toEqual([])
    await entries.add({ ...rest, _id: `${applicationId}:3`, sequence: 3 })
    expect(await faults()).toEqual([{ chain: 'case', sequence: 3, kind: 'inserted' }])
  })

  it('is found by the number on the receipt or of the acceptance, by the same people', async () => {
    const { applicationId, receiptNumber } = await submit('resident-qin')
    const find = (by: string, typed: string) => call(main, contracts.findRecord, by, { receiptNumber: typed })
    for (const by of [supervisor, administrator]) {
      for (const typed of [receiptNumber, formatReceiptNumber(receiptNumber), acceptanceNumberOf(receiptNumber)])
        expect(good(await find(by, typed))).toEqual({ applicationId })
    }
    expect(refusalOf(await find(elsewhere, receiptNumber))).toBe('NOT_FOUND')
    expect(refusalOf(await find(administrator, makeReceiptNumber('2020-01-01', '00000000')))).toBe('NOT_FOUND')
    expect(refusalOf(await find(reviewer, receiptNumber))).toBe('FORBIDDEN')
  })

  it('is for supervisors of the department and administrators', async () => {
    const { applicationId } = await submit('resident-qin')
    expect(refusalOf(await timeline(applicationId, elsewhere))).toBe('NOT_FOUND')
    expect(refusalOf(await timeline('AAAAAAAAAAAAAAAAAAAA'))).toBe('NOT_FOUND')
    for (const by of [reviewer, 'resident-qin']) expect(refusalOf(await timeline(applicationId, by))).toBe('FORBIDDEN')
  })
})
