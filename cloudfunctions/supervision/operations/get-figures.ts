import { getFigures as contract, mostRows } from '@shared/contracts/supervision'
import { figuresOf, sumOf } from '@shared/domain/supervision-figures'
import { database } from '../../kernel/database'
import { implementQuery, isFailure } from '../../kernel/operation'
import { figureRows } from '../figures'
import { departmentsAsked } from '../scope'
import { progress, progressId } from '../store'

/** The figures of some months, and those of all of them together. */
export const getFigures = implementQuery(contract, async ({ input, staff }) => {
  const departments = departmentsAsked(staff, input.department)
  if (isFailure(departments)) return departments
  const [rows, rolledUp] = await Promise.all([
    figureRows({ ...input, departments }),
    database.get(progress, progressId),
  ])
  return {
    rows: rows.slice(0, mostRows).map(({ tally, ...name }) => ({ ...name, figures: figuresOf(tally) })),
    leftOut: Math.max(0, rows.length - mostRows),
    total: figuresOf(sumOf(rows.map(({ tally }) => tally))),
    ...(rolledUp === undefined ? {} : { countedAt: rolledUp.at }),
  }
})
