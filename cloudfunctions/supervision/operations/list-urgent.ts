import { listUrgent as contract } from '@shared/contracts/supervision'
import { civilDateOf } from '@shared/domain/civil-time'
import { command, database } from '../../kernel/database'
import { implementQuery, isFailure } from '../../kernel/operation'
import { cases } from '../../kernel/store'
import { departmentsAsked } from '../scope'
import { urgentCases } from '../urgent'

const pageLength = 20

/** The cases of one colour, page by page, the most urgent first. */
export const listUrgent = implementQuery(contract, async ({ input, staff, now }) => {
  const departments = departmentsAsked(staff, input.department)
  if (isFailure(departments)) return departments
  if (departments.length === 0) return { cases: [] }
  const found = await database.find(cases, {
    where: {
      department: command().in([...departments]),
      ...(input.window === undefined ? {} : { window: input.window }),
      ...urgentCases(input.urgency, civilDateOf(now), input.cursor),
    },
    orderBy: ['dueOrder', 'asc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.dueOrder : undefined
  return {
    cases: page.flatMap(({ _id, clock, ...facts }) => (clock === '' ? [] : [{ id: _id, clock, ...facts }])),
    ...(next === undefined ? {} : { next }),
  }
})
