import { groupFigures, monthsBetween, type FigureGroup, type FigureRow } from '@shared/domain/supervision-figures'
import { command, database } from '../kernel/database'
import { monthFigures } from './store'

/** The rows of some months for some departments: one small document a month is read. */
export async function figureRows(question: {
  readonly from: string
  readonly to: string
  readonly by: FigureGroup
  readonly departments: readonly string[]
}): Promise<readonly FigureRow[]> {
  const { from, to, by, departments } = question
  const months = monthsBetween(from, to)
  const found = await database.find(monthFigures, { where: { _id: command().in([...months]) }, limit: months.length })
  return groupFigures(
    found.map(({ _id, cells }) => ({
      month: _id,
      cells: cells.filter(({ department }) => departments.includes(department)),
    })),
    by,
  )
}
