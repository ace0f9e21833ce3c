import type { CaseFacts } from './case-facts'
import type { CivilDate } from './civil-time'
import { minutesOfWorkingDay } from './time-limit'

/**
 * The figures of 电子监察. Every one is computed from sums of whole numbers, so that the figure of a whole is that of its
 * parts taken together, however they are cut: by day, month, department, window or item.
 */

/** What is added up. Minutes are those of working days of 8 hours. */
export interface Tally {
  readonly received: number
  readonly accepted: number
  readonly decided: number
  /** Of the decided ones: within the committed limit, within the statutory one. */
  readonly onTime: number
  readonly lawful: number
  readonly committedMinutes: number
  readonly statutoryMinutes: number
  readonly usedMinutes: number
}

export const emptyTally: Tally = {
  received: 0,
  accepted: 0,
  decided: 0,
  onTime: 0,
  lawful: 0,
  committedMinutes: 0,
  statutoryMinutes: 0,
  usedMinutes: 0,
}

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    received: one.received + other.received,
    accepted: one.accepted + other.accepted,
    decided: one.decided + other.decided,
    onTime: one.onTime + other.onTime,
    lawful: one.lawful + other.lawful,
    committedMinutes: one.committedMinutes + other.committedMinutes,
    statutoryMinutes: one.statutoryMinutes + other.statutoryMinutes,
    usedMinutes: one.usedMinutes + other.usedMinutes,
  }
}

/** What a case adds to the figures of one day: each of its steps counts on the day it was taken. */
export function tallyOfDay(facts: CaseFacts, day: CivilDate): Tally {
  const isDecided = facts.decidedOn === day
  return {
    received: Number(facts.submittedOn === day),
    accepted: Number(facts.acceptedOn === day),
    decided: Number(isDecided),
    onTime: Number(isDecided && facts.onTime),
    lawful: Number(isDecided && facts.lawful),
    committedMinutes: isDecided ? facts.committedMinutes : 0,
    statutoryMinutes: isDecided ? facts.statutoryMinutes : 0,
    usedMinutes: isDecided ? facts.usedMinutes : 0,
  }
}

/** The figures of a tally. Rates are parts of one; undefined where there is nothing to divide by. */
export interface Figures {
  readonly received: number
  readonly accepted: number
  readonly decided: number
  readonly onTimeRate?: number
  readonly lawfulRate?: number
  readonly promisedSaving?: number
  /** Negative where it took longer than the law allows. */
  readonly achievedSaving?: number
  /** Working days from acceptance to the decision, on average. */
  readonly averageDays?: number
}

export function figuresOf(tally: Tally): Figures {
  const { received, accepted, decided, statutoryMinutes } = tally
  return {
    received,
    accepted,
    decided,
    ...(decided === 0
      ? {}
      : {
          onTimeRate: tally.onTime / decided,
          lawfulRate: tally.lawful / decided,
          averageDays: tally.usedMinutes / decided / minutesOfWorkingDay,
        }),
    ...(statutoryMinutes === 0
      ? {}
      : {
          promisedSaving: 1 - tally.committedMinutes / statutoryMinutes,
          achievedSaving: 1 - tally.usedMinutes / statutoryMinutes,
        }),
  }
}

/** What each figure is called and how it is computed, in the words that stand beside it. */
export const figureDefinitions = {
  received: { label: '收件', unit: 'count', definition: '期间内提交预审或在窗口提交的申请件数。' },
  accepted: { label: '受理', unit: 'count', definition: '期间内正式受理的件数。' },
  decided: {
    label: '办结',
    unit: 'count',
    definition: '期间内作出准予或不予许可决定的件数；撤回、过期和不予受理的不算。',
  },
  onTimeRate: {
    label: '按时办结率',
    unit: 'rate',
    definition: '在承诺时限内（含依法批准的延期，不含依法中止的时间）办结的件数 ÷ 办结件数。',
  },
  lawfulRate: {
    label: '法定时限内办结率',
    unit: 'rate',
    definition: '在法定时限内（含依法批准的延期，不含依法中止的时间）办结的件数 ÷ 办结件数。',
  },
  promisedSaving: {
    label: '承诺提速率',
    unit: 'saving',
    definition: '1 − 办结件的承诺时限之和 ÷ 法定时限之和，均折算为工作日。',
  },
  achievedSaving: {
    label: '办理提速率',
    unit: 'saving',
    definition:
      '1 − 办结件的实际办理时间之和 ÷ 法定时限之和，均按工作日计算，受理当天办结计0天；负数表示比法定时限慢。',
  },
  averageDays: {
    label: '平均办理时间',
    unit: 'days',
    definition: '办结件从受理到作出决定的平均工作日数，不含依法中止的时间。',
  },
} as const satisfies Record<
  keyof Figures,
  { label: string; unit: 'count' | 'rate' | 'saving' | 'days'; definition: string }
>
export type FigureName = keyof typeof figureDefinitions

/** `—` where there is nothing to say; counts whole, rates `98.5%`, days `3.2`. A rate short of all is never shown as 100%. */
export function figureInWords(name: FigureName, value: number | undefined): string {
  if (value === undefined) return '—'
  switch (figureDefinitions[name].unit) {
    case 'count':
      return String(value)
    case 'days':
      return `${shortened(value)}天`
    case 'rate':
    case 'saving':
      return `${String(percentOf(value))}%`
  }
}

/** Per cent with one decimal, rounded down, so that no more is claimed than was kept. */
export function percentOf(rate: number): number {
  // 0.995 may be kept as 0.99499…; a millionth of a per cent is no claim. No minus before a zero.
  return Math.floor(rate * 1000 + 1e-6) / 10 + 0
}

const shortened = (value: number) => String(Math.round(value * 10) / 10)

/** A part of the figures: what one item at one window of a department did in some time. */
export interface FigureCell extends Tally {
  readonly department: string
  readonly window: string
  readonly itemCode: string
  readonly itemName: string
}

/** By what figures can be set apart. */
export const figureGroups = {
  department: '部门',
  window: '窗口',
  item: '事项',
  month: '月份',
} as const
export type FigureGroup = keyof typeof figureGroups

/** A part of the figures as a group of them is called; what does not tell it apart is absent. */
export interface FigureRow {
  readonly department?: string
  readonly window?: string
  readonly itemCode?: string
  readonly itemName?: string
  readonly month?: string
  readonly tally: Tally
}

/** Adds up cells that belong together, in the order of their names. `cells` of a month come with it, `YYYY-MM`. */
export function groupFigures(
  months: readonly { readonly month: string; readonly cells: readonly FigureCell[] }[],
  by: FigureGroup,
): readonly FigureRow[] {
  const rows = new Map<string, FigureRow>()
  for (const { month, cells } of months) {
    for (const cell of cells) {
      const named = nameOf(cell, month, by)
      const key = JSON.stringify(keyOf(cell, month, by))
      const before = rows.get(key)
      rows.set(key, { ...named, tally: addTallies(before?.tally ?? emptyTally, tallyOf(cell)) })
    }
  }
  return [...rows.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

/** The cells of several parts as one list: those of the same item, window and department added up. */
export function addCells(parts: readonly (readonly FigureCell[])[]): readonly FigureCell[] {
  const cells = new Map<string, FigureCell>()
  for (const cell of parts.flat()) {
    const key = JSON.stringify([cell.department, cell.window, cell.itemCode])
    const before = cells.get(key)
    cells.set(key, before === undefined ? cell : { ...cell, ...addTallies(before, cell) })
  }
  return [...cells.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell)
}

/** The cells of one day, from the cases that did anything on it; each case once. */
export function cellsOfDay(cases: readonly CaseFacts[], day: CivilDate): readonly FigureCell[] {
  return addCells([
    cases.map((facts) => ({
      department: facts.department,
      window: facts.window,
      itemCode: facts.itemCode,
      itemName: facts.itemName,
      ...tallyOfDay(facts, day),
    })),
  ])
}

/** The whole of several tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.map(tallyOf).reduce(addTallies, emptyTally)
}

/** A tally without what it is the tally of. */
function tallyOf(cell: Tally): Tally {
  return addTallies(emptyTally, cell)
}

function keyOf(cell: FigureCell, month: string, by: FigureGroup): readonly string[] {
  switch (by) {
    case 'department':
      return [cell.department]
    case 'window':
      return [cell.department, cell.window]
    case 'item':
      return [cell.department, cell.itemCode]
    case 'month':
      return [month]
  }
}

function nameOf(cell: FigureCell, month: string, by: FigureGroup): Omit<FigureRow, 'tally'> {
  const { department, window, itemCode, itemName } = cell
  switch (by) {
    case 'department':
      return { department }
    case 'window':
      return { department, window }
    case 'item':
      return { department, itemCode, itemName }
    case 'month':
      return { month }
  }
}

/** The months from one to another, both included, `YYYY-MM`; none when `to` is earlier. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  return Array.from({ length: Math.max(0, number(to) - number(from) + 1) }, (_, place) => {
    const each = number(from) + place
    return `${String(Math.floor(each / 12)).padStart(4, '0')}-${String((each % 12) + 1).padStart(2, '0')}`
  })
}
