import { addDays, type CivilDate } from './civil-time'
import { fewestShown, grades, ratingDays, reasonTags, type Grade, type ReasonTag } from './rating'

/**
 * Figures of satisfaction 满意度, from sums of whole numbers: a month is its days and a department its windows, to the
 * last digit. What people answered themselves, what they said on the phone, and silence are counted apart, never blended.
 */
export interface SatisfactionTally {
  /** Answers that people gave themselves, named or not: 非常满意 first, 非常不满意 last. */
  readonly byGrade: readonly number[]
  /** Answers to a phone return visit 回访, in the same order. */
  readonly phoneByGrade: readonly number[]
  /** Applications closed, and those of them that were rated by their applicant; both on the day of closing. */
  readonly invited: number
  readonly responded: number
  /** Those of them without a word after 7 days: 非常满意 by Guangxi's rule. */
  readonly silent: number
  readonly praise: number
  /** Rectifications that had to be answered by now, and those of them answered within every limit; on the day they began. */
  readonly due: number
  readonly onTime: number
  readonly tags: Partial<Readonly<Record<ReasonTag, number>>>
}

const gradeOrder = [5, 4, 3, 2, 1] as const satisfies readonly Grade[]
const noGrades: readonly number[] = gradeOrder.map(() => 0)

export const emptyTally: SatisfactionTally = {
  byGrade: noGrades,
  phoneByGrade: noGrades,
  invited: 0,
  responded: 0,
  silent: 0,
  praise: 0,
  due: 0,
  onTime: 0,
  tags: {},
}

export function addTallies(one: SatisfactionTally, other: SatisfactionTally): SatisfactionTally {
  const grade = (left: readonly number[], right: readonly number[]) =>
    gradeOrder.map((_, place) => (left[place] ?? 0) + (right[place] ?? 0))
  const tags: Partial<Record<ReasonTag, number>> = { ...one.tags }
  for (const [tag, count] of Object.entries(other.tags)) {
    tags[tag as ReasonTag] = (tags[tag as ReasonTag] ?? 0) + count
  }
  return {
    byGrade: grade(one.byGrade, other.byGrade),
    phoneByGrade: grade(one.phoneByGrade, other.phoneByGrade),
    invited: one.invited + other.invited,
    responded: one.responded + other.responded,
    silent: one.silent + other.silent,
    praise: one.praise + other.praise,
    due: one.due + other.due,
    onTime: one.onTime + other.onTime,
    tags,
  }
}

export function sumOfTallies(tallies: readonly SatisfactionTally[]): SatisfactionTally {
  return tallies.reduce(addTallies, emptyTally)
}

/** Where something was asked or answered; '' where an anonymous answer does not say. */
export interface RatedPlace {
  readonly department: string
  readonly window: string
  readonly itemCode: string
  readonly itemName: string
}
export type SatisfactionCell = RatedPlace & SatisfactionTally

/** What the figures need to know of an answer. */
export interface CountedAnswer {
  readonly grade: Grade
  readonly byPhone: boolean
  readonly tags: readonly ReasonTag[]
  readonly hasPraise: boolean
}
/** An answer by phone counts as one, with its grade; its tags and praise are not set beside what people chose themselves. */
export function tallyOfAnswer({ grade, byPhone, tags, hasPraise }: CountedAnswer): SatisfactionTally {
  const counted = gradeOrder.map((each) => Number(each === grade))
  if (byPhone) return { ...emptyTally, phoneByGrade: counted }
  return {
    ...emptyTally,
    byGrade: counted,
    praise: Number(hasPraise),
    tags: Object.fromEntries([...new Set(tags)].map((tag) => [tag, 1])),
  }
}

export function tallyOfInvitation(
  invitation: { readonly closedOn: CivilDate; readonly isAnswered: boolean; readonly isPhoned: boolean },
  today: CivilDate,
): SatisfactionTally {
  const { closedOn, isAnswered, isPhoned } = invitation
  const isSilent = !isAnswered && !isPhoned && addDays(closedOn, ratingDays.silent) < today
  return { ...emptyTally, invited: 1, responded: Number(isAnswered), silent: Number(isSilent) }
}

/** `overran` once a limit of the department was passed; `dueOn` the end of the one that runs, '' = none does. */
export function tallyOfRectification(
  rectification: { readonly isAnswered: boolean; readonly overran: boolean; readonly dueOn: CivilDate },
  today: CivilDate,
): SatisfactionTally {
  const { isAnswered, overran, dueOn } = rectification
  const isLate = overran || (!isAnswered && dueOn !== '' && dueOn < today)
  return { ...emptyTally, due: Number(isAnswered || isLate), onTime: Number(isAnswered && !isLate) }
}

/** Cells as one list: those of the same department, window and item added up, in the order of their names. */
export function addSatisfactionCells(parts: readonly (readonly SatisfactionCell[])[]): readonly SatisfactionCell[] {
  const cells = new Map<string, SatisfactionCell>()
  for (const cell of parts.flat()) {
    const key = JSON.stringify([cell.department, cell.window, cell.itemCode])
    const before = cells.get(key)
    cells.set(key, { ...placeOf(cell), ...addTallies(before ?? emptyTally, cell) })
  }
  return [...cells.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell)
}

function placeOf({ department, window, itemCode, itemName }: RatedPlace): RatedPlace {
  return { department, window, itemCode, itemName }
}

/** How many people answered themselves. */
export function answersIn({ byGrade }: SatisfactionTally): number {
  return byGrade.reduce((sum, count) => sum + count, 0)
}

/** Parts of one; absent where there is nothing to divide by. */
export interface SatisfactionFigures {
  readonly answers: number
  readonly byGrade: readonly number[]
  readonly satisfaction?: number
  readonly response?: number
  readonly rectifiedOnTime?: number
  readonly praise: number
  readonly score?: number
}

/**
 * The centre's score, in points of 100. Most of it is what people said (国办发〔2019〕51号 measures by 满意度); a fifth is how
 * many said anything, so that few answers do not shine; a fifth is whether the bad ones were put right in time, since only
 * that makes them worth giving. A part that has nothing to divide by is left out and the others make up the hundred.
 */
const scorePoints = { satisfaction: 60, response: 20, rectifiedOnTime: 20 } as const

export function satisfactionFiguresOf(tally: SatisfactionTally): SatisfactionFigures {
  const answers = answersIn(tally)
  const good = gradeOrder.reduce(
    (sum, grade, place) => sum + (grades[grade].isGood ? (tally.byGrade[place] ?? 0) : 0),
    0,
  )
  const parts = {
    ...(answers === 0 ? {} : { satisfaction: good / answers }),
    ...(tally.invited === 0 ? {} : { response: tally.responded / tally.invited }),
    ...(tally.due === 0 ? {} : { rectifiedOnTime: tally.onTime / tally.due }),
  }
  return {
    answers,
    byGrade: tally.byGrade,
    ...parts,
    praise: tally.praise,
    ...(parts.satisfaction === undefined ? {} : { score: scoreOf(parts) }),
  }
}

/** One decimal, rounded down, so that no more is claimed than was kept. */
function scoreOf(parts: Partial<Readonly<Record<keyof typeof scorePoints, number>>>): number {
  const counted = (Object.keys(scorePoints) as (keyof typeof scorePoints)[]).flatMap((name) => {
    const value = parts[name]
    return value === undefined ? [] : [{ points: scorePoints[name], value }]
  })
  const all = counted.reduce((sum, { points }) => sum + points, 0)
  const reached = counted.reduce((sum, { points, value }) => sum + points * value, 0)
  return Math.floor((reached / all) * 1000 + 1e-6) / 10
}

/** A stretch of months of one year that is told as one. */
export interface ToldMonths {
  readonly from: string
  readonly to: string
  readonly tally: SatisfactionTally
}

/**
 * The months of one row as they may be told. A month with fewer than five answers is told together with the next ones,
 * as soon as they make five; what is left at the end of a year is never told. Every period is added up from these
 * stretches, so that no two periods differ by fewer than five answers.
 * @param months in order, each year of them from January on (months without anything may be missing)
 */
export function toldMonths(
  months: readonly { readonly month: string; readonly tally: SatisfactionTally }[],
): readonly ToldMonths[] {
  const told: ToldMonths[] = []
  let open: ToldMonths | undefined
  for (const { month, tally } of months) {
    const isSameYear = open?.to.slice(0, 4) === month.slice(0, 4)
    const before: ToldMonths | undefined = isSameYear ? open : undefined
    const together: ToldMonths = {
      from: before === undefined || answersIn(before.tally) === 0 ? month : before.from,
      to: month,
      tally: before === undefined ? tally : addTallies(before.tally, tally),
    }
    const isEnough = answersIn(together.tally) >= fewestShown
    if (isEnough) told.push(together)
    open = isEnough ? undefined : together
  }
  return told
}

/**
 * Hides rows so that what is missing from the total is nothing, or five answers at least: the smallest shown ones go
 * until it is. Rows without a tally are hidden already.
 */
export function withoutFew<Row extends { readonly tally?: SatisfactionTally | undefined }>(
  rows: readonly Row[],
  total: SatisfactionTally | undefined,
): readonly Row[] {
  if (total === undefined) return rows.map((row) => ({ ...row, tally: undefined }))
  const shown = rows.filter(({ tally }) => tally !== undefined)
  const bySize = [...shown].sort((one, other) => sizeOf(one) - sizeOf(other))
  const hidden = new Set<Row>()
  let missing = answersIn(total) - shown.reduce((sum, row) => sum + sizeOf(row), 0)
  for (const row of bySize) {
    if (missing === 0 || Math.abs(missing) >= fewestShown) break
    hidden.add(row)
    missing += sizeOf(row)
  }
  return rows.map((row) => (hidden.has(row) ? { ...row, tally: undefined } : row))
}

const sizeOf = ({ tally }: { readonly tally?: SatisfactionTally | undefined }) =>
  tally === undefined ? 0 : answersIn(tally)

/** By what the figures can be set apart. */
export type SatisfactionGroup = 'department' | 'window' | 'item' | 'month'

/** The cells of a month, `YYYY-MM`. */
export interface SatisfactionMonth {
  readonly month: string
  readonly cells: readonly SatisfactionCell[]
}

/** One row of the figures: what it is called, its months in order. */
export interface SatisfactionRow {
  readonly name: string
  readonly months: readonly { readonly month: string; readonly tally: SatisfactionTally }[]
}

/** Cells by what they are grouped by, in the order of their names; not by month, which every row is anyway. */
export function satisfactionRows(
  months: readonly SatisfactionMonth[],
  by: Exclude<SatisfactionGroup, 'month'>,
): readonly SatisfactionRow[] {
  const rows = new Map<string, { name: string; byMonth: Map<string, SatisfactionTally> }>()
  for (const { month, cells } of months) {
    for (const cell of cells) {
      const key = JSON.stringify(keyOf(cell, by))
      const row = rows.get(key) ?? { name: '', byMonth: new Map<string, SatisfactionTally>() }
      row.name = nameOf(cell, by)
      row.byMonth.set(month, addTallies(row.byMonth.get(month) ?? emptyTally, cell))
      rows.set(key, row)
    }
  }
  return [...rows.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { name, byMonth }]) => ({
      name,
      months: [...byMonth].map(([month, tally]) => ({ month, tally })),
    }))
}

function keyOf(cell: SatisfactionCell, by: Exclude<SatisfactionGroup, 'month'>): readonly string[] {
  switch (by) {
    case 'department':
      return [cell.department]
    case 'window':
      return [cell.department, cell.window]
    case 'item':
      return [cell.department, cell.itemCode]
  }
}

function nameOf(cell: SatisfactionCell, by: Exclude<SatisfactionGroup, 'month'>): string {
  switch (by) {
    case 'department':
      return cell.department
    case 'window':
      return cell.window === '' ? `${cell.department}：窗口未记录` : cell.window
    case 'item':
      return cell.itemCode === '' ? `${cell.department}：事项未记录` : cell.itemName
  }
}

/** All the cells of each month together. */
export function monthTotals(months: readonly SatisfactionMonth[]): SatisfactionRow['months'] {
  return months.map(({ month, cells }) => ({ month, tally: sumOfTallies(cells) }))
}

/** `2026-Q2`, the quarter of a month. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5)) / 3))}`
}

/** Ranks of scores: the best is 1, equal ones share a rank and the next ones are skipped; none without a score. */
export function ranksOf(scores: readonly (number | undefined)[]): readonly (number | undefined)[] {
  return scores.map((score) =>
    score === undefined ? undefined : 1 + scores.filter((other) => other !== undefined && other > score).length,
  )
}

/** The tags that were chosen, the most frequent first. */
export function chosenTags(tally: SatisfactionTally): readonly { readonly tag: ReasonTag; readonly count: number }[] {
  return (Object.keys(reasonTags) as ReasonTag[])
    .map((tag) => ({ tag, count: tally.tags[tag] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
}
