import { claimApplication } from '@shared/contracts/applications'
import type { MemberRow } from '@shared/contracts/staff'
import { memberStates } from '@shared/domain/staff-member-workflow'
import { mayCall } from '../../../cloud/may-call'

/** A member whose cases are handed over, or who takes them. */
export type Colleague = Pick<MemberRow, 'id' | 'name' | 'roles' | 'departments' | 'state'>

/** Whether somebody can deal with cases that `from` holds: reviews, is not suspended, and shares a department. */
export function canTakeFrom(from: Colleague, other: Colleague): boolean {
  return (
    other.id !== from.id &&
    !memberStates[other.state].suspended &&
    mayCall(claimApplication, other) &&
    other.departments.some((department) => from.departments.includes(department))
  )
}
