import { listColleagues as contract } from '@shared/contracts/staff'
import { implementQuery } from '../../kernel/operation'
import { pageOfMembers } from '../member-page'

/** Members among whom the caller may hand cases over: a supervisor those who share a department, an administrator all. */
export const listColleagues = implementQuery(contract, async ({ input, openid, staff }) => {
  if (staff?.roles.includes('administrator') === true) return pageOfMembers(input, openid)
  const departments = staff?.departments ?? []
  if (departments.length === 0) return { members: [] }
  return pageOfMembers({ ...input, departments }, openid)
})
