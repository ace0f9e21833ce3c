import * as fc from 'fast-check'
import type { CaseFacts } from './case-facts'
import {
  addCells,
  addTallies,
  cellsOfDay,
  emptyTally,
  figureDefinitions,
  figureInWords,
  figuresOf,
  groupFigures,
  monthsBetween,
  percentOf,
  sumOf,
  tallyOfDay,
  type FigureCell,
  type FigureGroup,
  type Tally,
} from './supervision-figures'

const count = fc.integer({ min: 0, max: 100_000 })
const tally: fc.Arbitrary<Tally> = fc.record({
  received: count,
  accepted: count,
  decided: count,
  onTime: count,
  lawful: count,
  committedMinutes: count,
  statutoryMinutes: count,
  usedMinutes: count,
})
const days = ['2026-05-29', '2026-05-30', '2026-06-01', '2026-06-02']
const day = fc.constantFrom('', ...days)
const facts: fc.Arbitrary<CaseFacts> = fc.record({
  receiptNumber: fc.constant('GL1'),
  department: fc.constantFrom('市市场监督管理局', '市民政局'),
  window: fc.constantFrom('甲窗口', '乙窗口'),
  itemCode: fc.constantFrom('a', 'b', 'c'),
  itemName: fc.constant('事项'),
  channel: fc.constant('pre-review' as const),
  state: fc.constant('accepted' as const),
  submittedOn: day,
  acceptedOn: day,
  decidedOn: day,
  closedOn: day,
  outcome: fc.constant('' as const),
  committedMinutes: fc.integer({ min: 0, max: 9600 }),
  statutoryMinutes: fc.integer({ min: 0, max: 9600 }),
  usedMinutes: fc.integer({ min: 0, max: 9600 }),
  onTime: fc.boolean(),
  lawful: fc.boolean(),
  running: fc.boolean(),
  amberOn: day,
  dueOn: day,
  clock: fc.constant('' as const),
})
const of = (change: Partial<Tally>): Tally => ({ ...emptyTally, ...change })

describe('the figures', () => {
  it('of no case at all are no figures, and never a zero or a hundred per cent', () => {
    expect(figuresOf(emptyTally)).toEqual({ received: 0, accepted: 0, decided: 0 })
  })

  it('of cases without a statutory limit have no saving', () => {
    expect(figuresOf(of({ decided: 2, onTime: 2, lawful: 2 }))).toEqual({
      received: 0,
      accepted: 0,
      decided: 2,
      onTimeRate: 1,
      lawfulRate: 1,
      averageDays: 0,
    })
  })

  it('are those worked out by hand', () => {
    // Three cases: 5 of 20 days promised and 4 used; 10 of 20 and 12 used; at once of 5 days and done at once.
    const figures = figuresOf(
      of({
        decided: 3,
        onTime: 2,
        lawful: 3,
        committedMinutes: 15 * 480,
        statutoryMinutes: 45 * 480,
        usedMinutes: 16 * 480,
      }),
    )
    expect(figureInWords('onTimeRate', figures.onTimeRate)).toBe('66.6%')
    expect(figureInWords('lawfulRate', figures.lawfulRate)).toBe('100%')
    expect(figureInWords('promisedSaving', figures.promisedSaving)).toBe('66.6%')
    expect(figureInWords('achievedSaving', figures.achievedSaving)).toBe('64.4%')
    expect(figureInWords('averageDays', figures.averageDays)).toBe('5.3天')
  })

  it('say how much slower than the law it was', () => {
    const { achievedSaving } = figuresOf(of({ decided: 1, statutoryMinutes: 480, usedMinutes: 960 }))
    expect(figureInWords('achievedSaving', achievedSaving)).toBe('-100%')
  })

  it('are never rates above one or below none of what is counted', () => {
    fc.assert(
      fc.property(fc.array(facts), (cases) => {
        const { onTimeRate = 0, lawfulRate = 0 } = figuresOf(sumOf(cases.map((each) => tallyOfDay(each, days[1]!))))
        for (const rate of [onTimeRate, lawfulRate]) expect(rate >= 0 && rate <= 1).toBe(true)
      }),
    )
  })

  it.each([
    [0.9999, 99.9],
    [0.995, 99.5],
    [1, 100],
    [0, 0],
    [0.285, 28.5],
    [-0.001, -0.1],
  ])('show %p as %p per cent, never more than was kept', (rate, percent) => expect(percentOf(rate)).toBe(percent))

  it('are a dash where there is nothing to say', () => expect(figureInWords('onTimeRate', undefined)).toBe('—'))

  it('are each explained in a sentence', () => {
    for (const { definition } of Object.values(figureDefinitions)) expect(definition).toMatch(/。$/)
  })
})

describe('figures that are put together', () => {
  it('are the same in whatever order and however cut they are added up', () => {
    fc.assert(
      fc.property(fc.array(tally), fc.nat(), (tallies, at) => {
        const place = tallies.length === 0 ? 0 : at % tallies.length
        const [head, tail] = [tallies.slice(0, place), tallies.slice(place)]
        expect(addTallies(sumOf(head), sumOf(tail))).toEqual(sumOf(tallies))
        expect(sumOf([...tail, ...head])).toEqual(sumOf(tallies))
      }),
    )
  })

  it('of days and months and groups are those counted afresh from the cases', () => {
    fc.assert(
      fc.property(
        fc.array(facts, { maxLength: 40 }),
        fc.constantFrom<FigureGroup>('department', 'window', 'item', 'month'),
        (cases, by) => {
          const months = ['2026-05', '2026-06'].map((month) => ({
            month,
            cells: addCells(days.filter((each) => each.startsWith(month)).map((each) => cellsOfDay(cases, each))),
          }))
          const rows = groupFigures(months, by)
          const afresh = sumOf(days.flatMap((each) => cases.map((one) => tallyOfDay(one, each))))
          expect(sumOf(rows.map((row) => row.tally))).toEqual(afresh)
          for (const row of rows) {
            const own = cases.filter(
              (each) =>
                (row.department ?? each.department) === each.department &&
                (row.window ?? each.window) === each.window &&
                (row.itemCode ?? each.itemCode) === each.itemCode,
            )
            const ownDays = days.filter((each) => each.startsWith(row.month ?? ''))
            expect(row.tally).toEqual(sumOf(ownDays.flatMap((each) => own.map((one) => tallyOfDay(one, each)))))
          }
        },
      ),
    )
  })

  it('have one row for each name', () => {
    const cell = (change: Partial<FigureCell>): FigureCell => ({
      ...of({ received: 1 }),
      ...{ department: '市民政局', window: '甲窗口', itemCode: 'a', itemName: '事项甲' },
      ...change,
    })
    const months = [
      { month: '2026-06', cells: [cell({}), cell({ window: '乙窗口' })] },
      { month: '2026-05', cells: [cell({ department: '市市场监督管理局' })] },
    ]
    expect(groupFigures(months, 'month')).toEqual([
      { month: '2026-05', tally: of({ received: 1 }) },
      { month: '2026-06', tally: of({ received: 2 }) },
    ])
    expect(groupFigures(months, 'window').map(({ department, window }) => [department, window])).toEqual([
      ['市市场监督管理局', '甲窗口'],
      ['市民政局', '乙窗口'],
      ['市民政局', '甲窗口'],
    ])
    expect(groupFigures([], 'item')).toEqual([])
  })
})

describe('the months of a span', () => {
  it('include both ends, across the year', () => {
    expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(monthsBetween('2026-05', '2026-05')).toEqual(['2026-05'])
    expect(monthsBetween('2026-05', '2026-04')).toEqual([])
  })
})
