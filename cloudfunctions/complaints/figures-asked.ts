import { getComplaintFigures as contract } from '@shared/contracts/complaints'
import type { InputOf, OutputOf } from '@shared/contracts/contract'
import {
  addComplaintCells,
  addComplaintTallies,
  complaintShares,
  emptyComplaintTally,
} from '@shared/domain/complaint-figures'
import { monthsBetween } from '@shared/domain/supervision-figures'
import { command, database } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import { monthFigures, progress, progressId } from './store'

const mostMonths = 24

/** Complaints of the centre by department, and month by month, from one small document a month. */
export async function figuresAsked({
  from,
  to,
}: InputOf<typeof contract>): Promise<OutputOf<typeof contract> | Failure<'PERIOD_TOO_LONG' | 'INVALID_INPUT'>> {
  const period = monthsBetween(from, to)
  if (period.length === 0) return fail('INVALID_INPUT', { to: '结束月份不能早于开始月份' })
  if (period.length > mostMonths) return fail('PERIOD_TOO_LONG')
  const [found, rolledUp] = await Promise.all([
    database.find(monthFigures, { where: { _id: command().in([...period]) }, limit: mostMonths }),
    database.get(progress, progressId),
  ])
  const byMonth = new Map(found.map(({ _id, cells }) => [_id, cells]))
  return {
    rows: addComplaintCells(found.map(({ cells }) => cells)).map((cell) => {
      const { department, received, byKind, answered, reopened, returned } = cell
      return { department, received, byKind: { ...byKind }, answered, reopened, returned, ...complaintShares(cell) }
    }),
    months: period.map((month) => {
      const tally = (byMonth.get(month) ?? []).reduce(addComplaintTallies, emptyComplaintTally)
      const { onTime } = complaintShares(tally)
      return { month, received: tally.received, answered: tally.answered, ...(onTime === undefined ? {} : { onTime }) }
    }),
    ...(rolledUp === undefined ? {} : { rolledUpAt: rolledUp.at }),
  }
}
