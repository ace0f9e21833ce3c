import { fail, type Failure } from '../kernel/operation'
import type { StaffMember } from '../kernel/store'

/** The departments a question is about: the one it names, else all that the member is set over. */
export function departmentsAsked(
  staff: StaffMember | undefined,
  department: string | undefined,
): readonly string[] | Failure<'DEPARTMENT_NOT_YOURS'> {
  const own = staff?.departments ?? []
  if (department === undefined) return own
  return own.includes(department) ? [department] : fail('DEPARTMENT_NOT_YOURS')
}

/** Whether a member may read the whole chain of a case: supervisors of its department, and administrators. */
export function mayAudit(
  staff: StaffMember | undefined,
  { department }: { readonly department: string },
): staff is StaffMember {
  return staff !== undefined && (staff.roles.includes('administrator') || staff.departments.includes(department))
}
