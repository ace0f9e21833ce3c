import { exportComplaintFigures as contract, type getComplaintFigures } from '@shared/contracts/complaints'
import type { OutputOf } from '@shared/contracts/contract'
import { keysOf } from '@shared/contracts/keys-of'
import { complaintKinds } from '@shared/domain/complaint-workflow'
import { percentOf } from '@shared/domain/supervision-figures'
import { csvHead, csvRows } from '../../kernel/csv'
import { implementQuery, isFailure } from '../../kernel/operation'
import { figuresAsked } from '../figures-asked'

type Row = OutputOf<typeof getComplaintFigures>['rows'][number]

const kinds = keysOf(complaintKinds)
const headings = [
  '部门',
  '得分',
  '收件',
  ...kinds.map((kind) => complaintKinds[kind].label),
  '已答复',
  '按时率（%）',
  '满意率（%）',
  '群众要求重办',
  '重办合计',
]

/** The figures by department as a file; shares and scores that are not shown are not in it either. */
export const exportComplaintFigures = implementQuery(contract, async ({ input }) => {
  const figures = await figuresAsked(input)
  return isFailure(figures) ? figures : { csv: csvHead(headings) + csvRows(figures.rows.map(rowOf)) }
})

const percent = (share: number | undefined) => (share === undefined ? undefined : percentOf(share))

function rowOf({ department, score, received, byKind, answered, onTime, satisfied, reopened, returned }: Row) {
  return [
    ...[department, score ?? '不足5件', received, ...kinds.map((kind) => byKind[kind] ?? 0), answered],
    ...[percent(onTime), percent(satisfied), reopened, returned],
  ]
}
