import { personReference } from '../kernel/person-reference'
import type { AuditEntry, StaffMember } from '../kernel/store'

/** A member of the desk as the chain names them: a reference that is not the account itself. */
export function memberActor(member: StaffMember): AuditEntry['actor'] {
  return { kind: 'staff', id: personReference(member._id), name: member.name }
}
