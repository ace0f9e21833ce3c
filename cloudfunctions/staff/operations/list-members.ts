import { listMembers as contract } from '@shared/contracts/staff'
import { implementQuery } from '../../kernel/operation'
import { pageOfMembers } from '../member-page'

/** Members in the order of their names; by any part of one, or by department. */
export const listMembers = implementQuery(contract, ({ input: { department, ...asked }, openid }) =>
  pageOfMembers({ ...asked, ...(department === undefined ? {} : { departments: [department] }) }, openid),
)
