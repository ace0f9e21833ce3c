import { exportFigures as contract } from '@shared/contracts/supervision'
import { keysOf } from '@shared/contracts/keys-of'
import {
  figureDefinitions,
  figuresOf,
  percentOf,
  type FigureName,
  type FigureRow,
} from '@shared/domain/supervision-figures'
import { fail, implementQuery, isFailure } from '../../kernel/operation'
import { csvHead, csvRows } from '../../kernel/csv'
import { figureRows } from '../figures'
import { departmentsAsked } from '../scope'

const partLength = 500
const names = keysOf(figureDefinitions)
const isPercent = (name: FigureName) => ['rate', 'saving'].includes(figureDefinitions[name].unit)
const headings = [
  '部门',
  '窗口',
  '事项代码',
  '事项',
  '月份',
  ...names.map((name) => figureDefinitions[name].label + (isPercent(name) ? '（%）' : '')),
]

/** The figures as a file; a part goes on at the row its cursor names. */
export const exportFigures = implementQuery(contract, async ({ input, staff }) => {
  const departments = departmentsAsked(staff, input.department)
  if (isFailure(departments)) return departments
  const { cursor } = input
  if (cursor !== undefined && !/^\d{1,6}$/.test(cursor)) return fail('INVALID_INPUT', { cursor: '内容格式不对' })
  const from = Number(cursor ?? 0)
  const rows = await figureRows({ ...input, departments })
  const end = from + partLength
  return {
    csv: (cursor === undefined ? csvHead(headings) : '') + csvRows(rows.slice(from, end).map(rowOf)),
    ...(end < rows.length ? { next: String(end) } : {}),
  }
})

function rowOf({
  department,
  window,
  itemCode,
  itemName,
  month,
  tally,
}: FigureRow): readonly (string | number | undefined)[] {
  const figures = figuresOf(tally)
  return [
    ...[department, window, itemCode, itemName, month],
    ...names.map((name) => {
      const value = figures[name]
      if (value === undefined) return undefined
      return isPercent(name) ? percentOf(value) : Math.round(value * 10) / 10
    }),
  ]
}
