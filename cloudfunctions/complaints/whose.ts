import type { Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import { isSupervisor, mayHandle, personTowards, seenAs } from './people'
import type { StaffMember } from '../kernel/store'
import { complaints, type Complaint } from './store'

/** The caller's own complaint; anybody else's does not exist for them. */
export async function ownComplaint(
  transaction: Transaction,
  id: string,
  openid: string,
): Promise<Complaint | Failure<'NOT_FOUND'>> {
  const complaint = await transaction.get(complaints, id)
  return complaint?.ownerId === openid ? complaint : fail('NOT_FOUND')
}

/** A complaint that a member may see as staff; the author's own, too, is none of staff's to them. */
export async function complaintForStaff(
  transaction: Transaction,
  id: string,
  openid: string,
  staff: StaffMember | undefined,
): Promise<Complaint | Failure<'NOT_FOUND'>> {
  const complaint = await transaction.get(complaints, id)
  if (complaint === undefined || staff === undefined) return fail('NOT_FOUND')
  const viewer = seenAs(personTowards(complaint, openid, staff))
  return viewer === 'supervisor' || viewer === 'department' ? complaint : fail('NOT_FOUND')
}

/** The departments whose complaints a member deals with; `all` for supervisors, to whom the centre's come. */
export function scopeOf(staff: StaffMember): 'all' | readonly string[] {
  if (isSupervisor(staff)) return 'all'
  return staff.departments.filter((department) => mayHandle(staff, department))
}
