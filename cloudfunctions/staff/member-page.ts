import type { MemberRow } from '@shared/contracts/staff'
import { memberStates, type MemberState } from '@shared/domain/staff-member-workflow'
import { command, database } from '../kernel/database'
import { staffMembers } from '../kernel/store'
import { memberRow } from './member-view'

const pageLength = 30

/** Members in the order of their names; by any part of one, or by departments. */
export async function pageOfMembers(
  asked: {
    readonly state: MemberState
    readonly name?: string | undefined
    /** Who works for one of them. */
    readonly departments?: readonly string[] | undefined
    readonly cursor?: string | undefined
  },
  openid: string,
): Promise<{ members: MemberRow[]; next?: string }> {
  const { state, name, departments, cursor } = asked
  const found = await database.find(staffMembers, {
    where: {
      suspended: memberStates[state].suspended,
      ...(name === undefined ? {} : { nameParts: name }),
      ...(departments === undefined ? {} : { departments: command().in([...departments]) }),
      ...(cursor === undefined ? {} : { order: command().gt(cursor) }),
    },
    orderBy: ['order', 'asc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return { members: page.map((member) => memberRow(member, openid)), ...(next === undefined ? {} : { next }) }
}
