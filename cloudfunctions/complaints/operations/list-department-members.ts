import { listDepartmentMembers as contract } from '@shared/contracts/complaints'
import { departments } from '../../../config/centre/departments'
import { command, database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { staffMembers } from '../../kernel/store'
import { mayHandle } from '../people'
import { scopeOf } from '../whose'

const pageLength = 50

/** Members of a department: supervisors ask for any, others for their own. */
export const listDepartmentMembers = implementQuery(contract, async ({ input, staff }) => {
  const { department, cursor = '' } = input
  const scope = staff === undefined ? [] : scopeOf(staff)
  const isKnown = departments.some(({ name }) => name === department)
  if (!isKnown || (scope !== 'all' && !scope.includes(department))) return fail('FORBIDDEN_DEPARTMENT')
  const found = await database.find(staffMembers, {
    where: { departments: department, suspended: false, order: command().gt(cursor) },
    orderBy: ['order', 'asc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return {
    members: page.map((member) => ({
      id: member.reference,
      name: member.name,
      mayHandle: mayHandle(member, department),
    })),
    ...(next === undefined ? {} : { next }),
  }
})
