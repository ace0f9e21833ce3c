import type { OutputOf } from '@shared/contracts/contract'
import type { getSatisfaction } from '@shared/contracts/surveys'
import {
  answersIn,
  chosenTags,
  monthTotals,
  quarterOf,
  ranksOf,
  satisfactionFiguresOf,
  satisfactionRows,
  sumOfTallies,
  toldMonths,
  withoutFew,
  type SatisfactionGroup,
  type SatisfactionMonth,
  type SatisfactionRow,
  type SatisfactionTally,
} from '@shared/domain/satisfaction-figures'

type Output = OutputOf<typeof getSatisfaction>
type FigureRow = Output['rows'][number]

/** A row before it is told: everything counted in the period, and of that what may be told. */
interface CountedRow {
  readonly name: string
  readonly counted: SatisfactionTally
  readonly tally: SatisfactionTally | undefined
}

/**
 * The rows of a period; below five answers, or where one could be worked out from the others, only counted. Departments
 * have their rank among all of the centre's, also where only some may be seen.
 */
export function figuresBy(
  centre: readonly SatisfactionMonth[],
  months: readonly SatisfactionMonth[],
  by: SatisfactionGroup,
  period: readonly string[],
): FigureRow[] {
  const total = toldIn(monthTotals(months), period)
  const rows = by === 'month' ? rowsByMonth(months, period) : rowsBy(satisfactionRows(months, by), period)
  const shown = withoutFew(rows, total)
  const ranks = by === 'department' ? ranksIn(centre, period) : new Map<string, number>()
  return shown.map((row) => figureRow(row, ranks.get(row.name)))
}

/** Department → its rank by score. */
function ranksIn(centre: readonly SatisfactionMonth[], period: readonly string[]): ReadonlyMap<string, number> {
  const rows = rowsBy(satisfactionRows(centre, 'department'), period)
  const ranks = ranksOf(rows.map(({ tally }) => (tally === undefined ? undefined : satisfactionFiguresOf(tally).score)))
  return new Map(
    rows.flatMap(({ name }, place) => {
      const rank = ranks[place]
      return rank === undefined ? [] : [[name, rank] as const]
    }),
  )
}

export function figuresTotal(
  months: readonly SatisfactionMonth[],
  period: readonly string[],
): Pick<Output, 'total' | 'tags'> {
  const all = monthTotals(months)
  const tally = toldIn(all, period)
  return {
    total: figureRow({ name: '合计', counted: countedIn(all, period), tally }),
    tags: tally === undefined ? [] : [...chosenTags(tally)],
  }
}

/** What of a row's months may be told of a period; undefined where that is nothing. */
function toldIn(months: SatisfactionRow['months'], period: readonly string[]): SatisfactionTally | undefined {
  const told = toldMonths(months).filter(({ to }) => period.includes(to))
  return told.length === 0 ? undefined : sumOfTallies(told.map(({ tally }) => tally))
}

function countedIn(months: SatisfactionRow['months'], period: readonly string[]): SatisfactionTally {
  return sumOfTallies(months.filter(({ month }) => period.includes(month)).map(({ tally }) => tally))
}

function rowsBy(rows: readonly SatisfactionRow[], period: readonly string[]): readonly CountedRow[] {
  return rows
    .map(({ name, months }) => ({ name, counted: countedIn(months, period), tally: toldIn(months, period) }))
    .filter(({ counted, tally }) => tally !== undefined || hasAnything(counted))
}

/** Whether anything was asked or answered, by whatever way. */
function hasAnything(tally: SatisfactionTally): boolean {
  return answersIn(tally) > 0 || tally.invited > 0 || tally.phoneByGrade.some((count) => count > 0)
}

function rowsByMonth(months: readonly SatisfactionMonth[], period: readonly string[]): readonly CountedRow[] {
  const totals = monthTotals(months)
  const told = new Map(toldMonths(totals).map((each) => [each.to, each]))
  return period.map((month) => {
    const stretch = told.get(month)
    const isLonger = stretch !== undefined && stretch.from !== month
    return {
      name: isLonger ? `${stretch.from}至${month}` : month,
      counted: countedIn(totals, [month]),
      tally: stretch?.tally,
    }
  })
}

function figureRow({ name, counted, tally }: CountedRow, rank?: number): FigureRow {
  const byPhone = counted.phoneByGrade.reduce((sum, count) => sum + count, 0)
  const figures = tally === undefined ? undefined : satisfactionFiguresOf(tally)
  return {
    name,
    invited: counted.invited,
    byDefault: counted.silent,
    byPhone,
    ...(figures === undefined
      ? {}
      : { shown: { ...figures, byGrade: [...figures.byGrade], ...(rank === undefined ? {} : { rank }) } }),
  }
}

/** Monthly scores, the quarters' with their rank among all departments of the centre, and the last year's. */
export function departmentScores(
  centre: readonly SatisfactionMonth[],
  period: readonly string[],
  asked: readonly string[],
): Output['scores'] {
  const rows = satisfactionRows(centre, 'department')
  const scoreIn = ({ months }: SatisfactionRow, isMeant: (month: string) => boolean) => {
    const told = toldMonths(months).filter(({ to }) => isMeant(to))
    return told.length === 0 ? undefined : satisfactionFiguresOf(sumOfTallies(told.map(({ tally }) => tally))).score
  }
  const quarters = [...new Set(period.map(quarterOf))].map((quarter) => {
    const scores = rows.map((row) => scoreIn(row, (month) => quarterOf(month) === quarter))
    return { quarter, scores, ranks: ranksOf(scores) }
  })
  const year = period.at(-1)?.slice(0, 4) ?? ''
  return rows.flatMap((row, place) =>
    asked.includes(row.name)
      ? [
          {
            department: row.name,
            months: period.map((month) =>
              withScore(
                { month },
                scoreIn(row, (each) => each === month),
              ),
            ),
            quarters: quarters.map(({ quarter, scores, ranks }) => {
              const rank = ranks[place]
              return { ...withScore({ quarter }, scores[place]), ...(rank === undefined ? {} : { rank }) }
            }),
            ...yearOf(scoreIn(row, (month) => month.startsWith(year))),
          },
        ]
      : [],
  )
}

function withScore<Named extends object>(named: Named, score: number | undefined): Named & { score?: number } {
  return score === undefined ? named : { ...named, score }
}
const yearOf = (score: number | undefined): { year?: number } => (score === undefined ? {} : { year: score })
