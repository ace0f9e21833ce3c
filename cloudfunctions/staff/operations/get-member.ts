import { getMember as contract } from '@shared/contracts/staff'
import { openMemberActions } from '@shared/domain/staff-member-workflow'
import { database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { auditEntries } from '../../kernel/store'
import { historyEntry, memberRow } from '../member-view'
import { findMember } from '../members'

/** What a page shows of a member's history; the chain keeps all of it. */
const mostShown = 100

/** One member with what was done to them, the latest first, and what the caller can do now. */
export const getMember = implementQuery(contract, async ({ input, openid }) => {
  const member = await findMember(input.memberId)
  if (member === undefined) return fail('NOT_FOUND')
  const entries = await database.find(auditEntries, {
    where: { subject: `staff:${member.reference}` },
    orderBy: ['sequence', 'desc'],
    limit: mostShown,
  })
  const row = memberRow(member, openid)
  return {
    ...row,
    version: member.audit.sequence,
    joinedAt: member.joinedAt,
    ...(member.suspension === undefined ? {} : { suspension: { ...member.suspension } }),
    actions: [...openMemberActions(row.state, row.isSelf)],
    history: entries.map(historyEntry),
  }
})
