import { staffRoles } from '@shared/contracts/contract'
import type { ActingPerson } from '@shared/domain/application-workflow'
import type { Transaction } from '../kernel/database'
import { personReference } from '../kernel/person-reference'
import { fail, type Failure } from '../kernel/operation'
import type { StaffMember } from '../kernel/store'
import type { Actor } from './move'
import { applications, type Application } from './store'

/** Roles that review (domain: 窗口审批, 综合窗口). */
export const reviewingRoles = ['reviewer', 'comprehensive'] as const
/** Roles that may look at applications; 政管办督查 looks, and grants extensions. */
const lookingRoles = [...reviewingRoles, 'supervisor'] as const

/** As what a member looks at applications: 窗口审批, 综合窗口, 政管办督查; undefined when no role of theirs does. */
export function lookingAs(staff: StaffMember): string | undefined {
  const role = lookingRoles.find((each) => staff.roles.includes(each))
  return role === undefined ? undefined : staffRoles[role]
}

/** Whether the member may see this application at all: by role, and by its department. */
export function isInScope(
  staff: StaffMember | undefined,
  application: Pick<Application, 'department'>,
): staff is StaffMember {
  return staff !== undefined && lookingAs(staff) !== undefined && staff.departments.includes(application.department)
}

/** Who a caller is towards one application. */
export function personTowards(
  application: Application,
  openid: string,
  staff: StaffMember | undefined,
  now: number,
): ActingPerson {
  return {
    // A case taken in on site is nobody's, and nobody is no person.
    isOwner: openid !== '' && application.ownerId === openid,
    isReviewer:
      isInScope(staff, application) && staff.roles.some((role) => reviewingRoles.some((each) => each === role)),
    holdsClaim: application.claimedBy === openid && application.claimUntil > now,
    isHandler: openid !== '' && application.handledBy === openid,
    isSupervisor: isInScope(staff, application) && staff.roles.includes('supervisor'),
    isCarrier: false,
    isTimer: false,
  }
}

/** An actor as the chain names them: a reference that is not the account itself. */
export function applicantActor(openid: string): Actor {
  return { kind: 'applicant', id: personReference(openid), name: '申请人' }
}
export function staffActor(staff: StaffMember): Actor {
  return { kind: 'staff', id: personReference(staff._id), name: staff.name }
}

/** The caller's own application; anybody else's does not exist for them. */
export async function ownApplication(
  transaction: Transaction,
  id: string,
  openid: string,
): Promise<Application | Failure<'NOT_FOUND'>> {
  const found = await transaction.get(applications, id)
  return found?.ownerId === openid ? found : fail('NOT_FOUND')
}

/** An application of the member's departments. */
export async function scopedApplication(
  transaction: Transaction,
  id: string,
  staff: StaffMember | undefined,
): Promise<Application | Failure<'NOT_FOUND'>> {
  const found = await transaction.get(applications, id)
  return found !== undefined && isInScope(staff, found) ? found : fail('NOT_FOUND')
}
