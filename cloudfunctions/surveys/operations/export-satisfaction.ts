import type { OutputOf } from '@shared/contracts/contract'
import { exportSatisfaction as contract, type getSatisfaction } from '@shared/contracts/surveys'
import { grades, type Grade } from '@shared/domain/rating'
import { percentOf } from '@shared/domain/supervision-figures'
import { csvHead, csvRows } from '../../kernel/csv'
import { implementQuery, isFailure } from '../../kernel/operation'
import { figuresAsked } from '../figures-asked'

type Row = OutputOf<typeof getSatisfaction>['rows'][number]

const order = [5, 4, 3, 2, 1] as const satisfies readonly Grade[]
const groups = { department: '部门', window: '窗口', item: '事项', month: '月份' } as const
const headings = [
  '主动评价数',
  ...order.map((grade) => grades[grade].label),
  '满意率（%）',
  '参评率（%）',
  '按时整改率（%）',
  '表扬数',
  '得分',
  '办结数',
  '默认好评（到期未评）',
  '电话回访数',
]

/** The figures as a file: the rows that are shown, and the whole. */
export const exportSatisfaction = implementQuery(contract, async ({ input, staff }) => {
  const figures = await figuresAsked(input, staff)
  if (isFailure(figures)) return figures
  return { csv: csvHead([groups[input.by], ...headings]) + csvRows([...figures.rows, figures.total].map(rowOf)) }
})

const percent = (value: number | undefined) => (value === undefined ? undefined : percentOf(value))

function rowOf({ name, shown, invited, byDefault, byPhone }: Row): readonly (string | number | undefined)[] {
  return [
    name,
    ...(shown === undefined ? ['少于5条不显示', ...order.map(() => undefined)] : [shown.answers, ...shown.byGrade]),
    ...[percent(shown?.satisfaction), percent(shown?.response), percent(shown?.rectifiedOnTime)],
    ...[shown?.praise, shown?.score, invited, byDefault, byPhone],
  ]
}
