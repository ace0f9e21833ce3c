import { listMembers as contract } from '@shared/contracts/staff'
import { memberStates } from '@shared/domain/staff-member-workflow'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { staffMembers } from '../../kernel/store'
import { memberRow } from '../member-view'

const pageLength = 30

/** Members in the order of their names; by any part of one, or by department. */
export const listMembers = implementQuery(contract, async ({ input, openid }) => {
  const { state, name, department, cursor } = input
  const found = await database.find(staffMembers, {
    where: {
      suspended: memberStates[state].suspended,
      ...(name === undefined ? {} : { nameParts: name }),
      ...(department === undefined ? {} : { departments: department }),
      ...(cursor === undefined ? {} : { order: command().gt(cursor) }),
    },
    orderBy: ['order', 'asc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return { members: page.map((member) => memberRow(member, openid)), ...(next === undefined ? {} : { next }) }
})
