import type { MemberChange, MemberRow, MemberView } from '@shared/contracts/staff'
import { memberStateOf } from '@shared/domain/staff-member-workflow'
import type { AuditEntry, StaffMember } from '../kernel/store'
import type { Powers } from './members'

/** A member as a line of the list, towards an administrator. */
export function memberRow(member: StaffMember, openid: string): MemberRow {
  const { reference, name, roles, departments, _id } = member
  return {
    id: reference,
    name,
    roles: [...roles],
    departments: [...departments],
    state: memberStateOf(member),
    isSelf: _id === openid,
  }
}

/** An entry's details on what changed: of each changed part what it was and what it is. */
interface ChangedParts {
  readonly before?: Partial<Powers>
  readonly after?: Partial<Powers>
}

const parts = ['name', 'roles', 'departments'] as const
const valuesOf = (value: string | readonly string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : [...value]

/** What a change changes, for the chain; undefined when all is as it was, in whatever order. */
export function changedParts(before: Powers, after: Powers): Required<ChangedParts> | undefined {
  const same = (part: (typeof parts)[number]) =>
    JSON.stringify(valuesOf(before[part]).sort()) === JSON.stringify(valuesOf(after[part]).sort())
  const changed = parts.filter((part) => !same(part))
  if (changed.length === 0) return undefined
  const pick = (powers: Powers): Partial<Powers> => Object.fromEntries(changed.map((part) => [part, powers[part]]))
  return { before: pick(before), after: pick(after) }
}

/** An entry as administrators read it. */
export function historyEntry({ sequence, at, actor, label, details }: AuditEntry): MemberView['history'][number] {
  const { before, after } = details as ChangedParts
  const changes = parts.flatMap((part): MemberChange[] =>
    after?.[part] === undefined ? [] : [{ part, before: valuesOf(before?.[part]), after: valuesOf(after[part]) }],
  )
  return {
    sequence,
    at,
    by: actor.name,
    label,
    ...(typeof details.reason === 'string' ? { reason: details.reason } : {}),
    ...(typeof details.invitedBy === 'string' ? { invitedBy: details.invitedBy } : {}),
    changes,
  }
}
