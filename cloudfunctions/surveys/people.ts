import type { RectifyingPerson } from '@shared/domain/rectification-workflow'
import { personReference } from '../kernel/person-reference'
import type { StaffMember } from '../kernel/store'
import type { Actor } from './rectifying'
import type { Rectification } from './store'

const nobody: RectifyingPerson = {
  isCitizen: false,
  isDepartment: false,
  isSupervisor: false,
  isComplainedOf: false,
  isTimer: false,
}
/** Whoever gave the answer. */
export const citizen: RectifyingPerson = { ...nobody, isCitizen: true }
export const timer: RectifyingPerson = { ...nobody, isTimer: true }
export const timerActor: Actor = { kind: 'timer', id: 'timer', name: '系统' }

/** Roles that deal with what their window was rated for. */
export const departmentRoles = ['reviewer', 'comprehensive'] as const

export function staffActor(staff: StaffMember): Actor {
  return { kind: 'staff', id: personReference(staff._id), name: staff.name }
}

/** Whether a member may see this rectification at all. */
export function isInScope(
  staff: StaffMember | undefined,
  { department }: Pick<Rectification, 'department'>,
): staff is StaffMember {
  return staff?.departments.includes(department) === true
}

/** Who a member is towards a rectification. */
export function memberTowards(rectification: Rectification, staff: StaffMember): RectifyingPerson {
  const has = (...roles: readonly string[]) => staff.roles.some((role) => roles.includes(role))
  return {
    ...nobody,
    isCitizen: rectification.ownerId === staff._id,
    isDepartment: !rectification.supervisorsOnly && has(...departmentRoles),
    isSupervisor: has('supervisor'),
    isComplainedOf: rectification.complainedOf.includes(staff.reference),
  }
}
