import type { StaffMember } from '../kernel/store'
import type { Round } from './store'

/** A member sees a round whose every parcel is of their departments. */
export function isRoundInScope(staff: StaffMember | undefined, { departments }: Round): boolean {
  return staff !== undefined && departments.every((each) => staff.departments.includes(each))
}
