import type { InputOf, OutputOf } from '@shared/contracts/contract'
import type { getSatisfaction } from '@shared/contracts/surveys'
import { monthsBetween } from '@shared/domain/supervision-figures'
import { departments } from '../../config/centre/departments'
import { command, database } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import type { StaffMember } from '../kernel/store'
import { departmentScores, figuresBy, figuresTotal } from './satisfaction'
import { monthFigures, progress, progressId } from './store'

const mostMonths = 24

/** Satisfaction of the member's departments in some months, from one small document a month. */
export async function figuresAsked(
  input: InputOf<typeof getSatisfaction>,
  staff: StaffMember | undefined,
): Promise<OutputOf<typeof getSatisfaction> | Failure<'FORBIDDEN' | 'INVALID_INPUT' | 'PERIOD_TOO_LONG'>> {
  const scope = scopeOf(staff)
  if (input.department !== undefined && !scope.includes(input.department)) return fail('FORBIDDEN')
  const asked = input.department === undefined ? scope : [input.department]
  const { from, to } = input
  const period = monthsBetween(from, to)
  if (period.length === 0) return fail('INVALID_INPUT', { to: '结束月份不能早于开始月份' })
  if (period.length > mostMonths) return fail('PERIOD_TOO_LONG')
  // Each year from its January on: months with few answers are told with later ones (toldMonths).
  const read = monthsBetween(`${from.slice(0, 4)}-01`, to)
  const [found, rolledUp] = await Promise.all([
    database.find(monthFigures, { where: { _id: command().in([...read]) }, limit: read.length }),
    database.get(progress, progressId),
  ])
  const byId = new Map(found.map(({ _id, cells }) => [_id, cells]))
  const centre = read.map((month) => ({ month, cells: byId.get(month) ?? [] }))
  const months = centre.map(({ month, cells }) => ({
    month,
    cells: cells.filter(({ department }) => asked.includes(department)),
  }))
  return {
    rows: figuresBy(centre, months, input.by, period),
    ...figuresTotal(months, period),
    scores: departmentScores(centre, period, asked),
    ...(rolledUp === undefined ? {} : { rolledUpAt: rolledUp.at }),
  }
}

/** The member's departments; administrators look over all of them. */
function scopeOf(staff: StaffMember | undefined): readonly string[] {
  if (staff?.roles.includes('administrator') === true) return departments.map(({ name }) => name)
  return staff?.departments ?? []
}
