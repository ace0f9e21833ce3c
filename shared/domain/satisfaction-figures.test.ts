import * as fc from 'fast-check'
import { fewestShown, type Grade } from './rating'
import {
  addSatisfactionCells,
  addTallies,
  answersIn,
  chosenTags,
  emptyTally,
  quarterOf,
  ranksOf,
  satisfactionFiguresOf,
  satisfactionRows,
  sumOfTallies,
  tallyOfAnswer,
  tallyOfInvitation,
  tallyOfRectification,
  toldMonths,
  withoutFew,
  type SatisfactionTally,
} from './satisfaction-figures'

const count = fc.nat(9)
const tally: fc.Arbitrary<SatisfactionTally> = fc.record({
  byGrade: fc.array(count, { minLength: 5, maxLength: 5 }),
  phoneByGrade: fc.array(count, { minLength: 5, maxLength: 5 }),
  invited: count,
  responded: count,
  silent: count,
  praise: count,
  due: count,
  onTime: count,
  tags: fc.record({ quick: count, clear: count }, { requiredKeys: [] }),
})
const answers = (...byGrade: number[]): SatisfactionTally => ({ ...emptyTally, byGrade })
const some = (number: number) => answers(number, 0, 0, 0, 0)

describe('tallies', () => {
  it('add up in any order and grouping to the same', () => {
    fc.assert(
      fc.property(fc.array(tally, { maxLength: 6 }), (tallies) => {
        const sum = sumOfTallies(tallies)
        expect(sumOfTallies([...tallies].reverse())).toEqual(sum)
        const [first = emptyTally, ...rest] = tallies
        expect(addTallies(first, sumOfTallies(rest))).toEqual(sum)
        expect(answersIn(sum)).toBe(tallies.reduce((all, each) => all + answersIn(each), 0))
      }),
    )
  })

  it('keep answers of one’s own, answers by phone and silence apart', () => {
    const given = { grade: 2, tags: ['waited-long', 'waited-long'], hasPraise: true } as const
    expect(tallyOfAnswer({ ...given, byPhone: false })).toEqual({
      ...emptyTally,
      byGrade: [0, 0, 0, 1, 0],
      praise: 1,
      tags: { 'waited-long': 1 },
    })
    expect(tallyOfAnswer({ ...given, byPhone: true })).toEqual({ ...emptyTally, phoneByGrade: [0, 0, 0, 1, 0] })
    const silent = { closedOn: '2026-05-01', isAnswered: false, isPhoned: false }
    expect(tallyOfInvitation(silent, '2026-05-08')).toEqual({ ...emptyTally, invited: 1 })
    expect(tallyOfInvitation(silent, '2026-05-09')).toEqual({ ...emptyTally, invited: 1, silent: 1 })
    expect(tallyOfInvitation({ ...silent, isPhoned: true }, '2026-05-09').silent).toBe(0)
    expect(tallyOfInvitation({ ...silent, isAnswered: true }, '2026-05-09')).toMatchObject({ responded: 1, silent: 0 })
  })

  it.each([
    ['runs still', { isAnswered: false, overran: false, dueOn: '2026-05-09' }, 0, 0],
    ['has passed its limit', { isAnswered: false, overran: false, dueOn: '2026-05-08' }, 1, 0],
    ['was verified too late', { isAnswered: false, overran: true, dueOn: '2026-05-20' }, 1, 0],
    ['was answered in time', { isAnswered: true, overran: false, dueOn: '' }, 1, 1],
    ['was answered late', { isAnswered: true, overran: true, dueOn: '' }, 1, 0],
  ] as const)('count a rectification that %s', (_what, facts, due, onTime) => {
    expect(tallyOfRectification(facts, '2026-05-09')).toMatchObject({ due, onTime })
  })
})

describe('cells', () => {
  const place = fc.record({
    department: fc.constantFrom('甲', '乙'),
    window: fc.constantFrom('', '一', '二'),
    itemCode: fc.constantFrom('', 'a', 'b'),
    itemName: fc.constant('事项'),
  })
  const cells = fc.array(
    fc.tuple(place, tally).map(([where, counted]) => ({ ...where, ...counted })),
    { maxLength: 12 },
  )

  it('of parts are those of the whole, and hold all that was counted', () => {
    fc.assert(
      fc.property(cells, fc.nat(12), (all, cut) => {
        const whole = addSatisfactionCells([all])
        expect(addSatisfactionCells([all.slice(0, cut), all.slice(cut)])).toEqual(whole)
        expect(addSatisfactionCells([whole])).toEqual(whole)
        expect(sumOfTallies(whole)).toEqual(sumOfTallies(all))
        for (const by of ['department', 'window', 'item'] as const) {
          const rows = satisfactionRows([{ month: '2026-05', cells: whole }], by)
          expect(sumOfTallies(rows.flatMap((row) => row.months.map((month) => month.tally)))).toEqual(sumOfTallies(all))
        }
      }),
    )
  })
})

describe('what is told', () => {
  const histories = fc.array(fc.nat(8), { minLength: 1, maxLength: 24 }).map((counts) =>
    counts.map((number, place) => ({
      month: `${String(2025 + Math.floor(place / 12))}-${String((place % 12) + 1).padStart(2, '0')}`,
      tally: some(number),
    })),
  )

  it('lets no two periods differ by fewer than five answers', () => {
    fc.assert(
      fc.property(histories, (months) => {
        const told = toldMonths(months)
        const upTo = (end: string) =>
          told.filter(({ to }) => to <= end).reduce((sum, each) => sum + answersIn(each.tally), 0)
        const totals = months.map(({ month }) => upTo(month))
        totals.forEach((total, place) => {
          for (const earlier of [0, ...totals.slice(0, place)]) {
            expect(total === earlier || total - earlier >= fewestShown).toBe(true)
          }
        })
      }),
    )
  })

  it('tells a month with few answers with the next ones of its year, and nothing over the turn of a year', () => {
    const month = (name: string, number: number) => ({ month: name, tally: some(number) })
    expect(
      toldMonths([
        month('2025-11', 5),
        month('2025-12', 4),
        month('2026-01', 3),
        month('2026-02', 2),
        month('2026-03', 9),
      ]),
    ).toEqual([
      { from: '2025-11', to: '2025-11', tally: some(5) },
      { from: '2026-01', to: '2026-02', tally: some(5) },
      { from: '2026-03', to: '2026-03', tally: some(9) },
    ])
  })

  it('leaves nothing below five to be worked out from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (counts) => {
        const all = counts.map((number) => ({ tally: number < fewestShown ? undefined : some(number) }))
        const total = counts.reduce((sum, number) => sum + number, 0)
        const shown = withoutFew(all, total < fewestShown ? undefined : some(total))
        const left = total - shown.reduce((sum, row) => sum + (row.tally === undefined ? 0 : answersIn(row.tally)), 0)
        if (total >= fewestShown) expect(left === 0 || left >= fewestShown).toBe(true)
        else expect(shown.every((row) => row.tally === undefined)).toBe(true)
      }),
    )
  })

  it('hides the smallest other row when a single one would be left', () => {
    const rows = [{ tally: some(9) }, { tally: some(6) }, { tally: undefined }]
    expect(withoutFew(rows, some(18)).map((row) => row.tally !== undefined)).toEqual([true, false, false])
    expect(withoutFew(rows, some(15)).map((row) => row.tally !== undefined)).toEqual([true, true, false])
  })
})

describe('the figures', () => {
  it('divide only where there is something to divide by', () => {
    expect(satisfactionFiguresOf(emptyTally)).toEqual({ answers: 0, byGrade: [0, 0, 0, 0, 0], praise: 0 })
    const figures = satisfactionFiguresOf({ ...answers(3, 1, 0, 1, 0), invited: 10, responded: 4, due: 2, onTime: 1 })
    expect(figures).toMatchObject({ answers: 5, satisfaction: 0.8, response: 0.4, rectifiedOnTime: 0.5 })
    expect(figures.score).toBe(66)
  })

  it('give a score from 0 to 100 that a better answer never lowers', () => {
    fc.assert(
      fc.property(tally, fc.constantFrom<Grade>(5, 4, 3), fc.constantFrom<Grade>(2, 1), (base, good, bad) => {
        const sound = {
          ...base,
          responded: Math.min(base.responded, base.invited),
          onTime: Math.min(base.onTime, base.due),
        }
        const scoreWith = (grade: Grade) =>
          satisfactionFiguresOf(addTallies(sound, tallyOfAnswer({ grade, byPhone: false, tags: [], hasPraise: false })))
            .score ?? NaN
        expect(scoreWith(good)).toBeGreaterThanOrEqual(scoreWith(bad))
        expect(scoreWith(bad)).toBeGreaterThanOrEqual(0)
        expect(scoreWith(good)).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('make up the hundred of the other parts where one has nothing to divide by', () => {
    expect(satisfactionFiguresOf(answers(5, 0, 0, 0, 0)).score).toBe(100)
    expect(satisfactionFiguresOf({ ...answers(4, 0, 0, 0, 1), due: 1, onTime: 0 }).score).toBe(60)
  })

  it('rank the best first, equal ones alike, and nobody without a score', () => {
    expect(ranksOf([80, undefined, 90.5, 80, 10])).toEqual([2, undefined, 1, 2, 4])
  })

  it('know the quarter of a month, and which tags were chosen most', () => {
    expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ])
    expect(chosenTags({ ...emptyTally, tags: { quick: 1, clear: 3 } })).toEqual([
      { tag: 'clear', count: 3 },
      { tag: 'quick', count: 1 },
    ])
  })
})
