import type { ComplainingPerson } from '@shared/domain/complaint-workflow'
import { personReference } from '../kernel/person-reference'
import { lookupHash } from '../kernel/sealed'
import type { AuditEntry, StaffMember } from '../kernel/store'
import type { Complaint } from './store'

export type Actor = AuditEntry['actor']

const nobody: ComplainingPerson = {
  isCitizen: false,
  isSupervisor: false,
  isDepartment: false,
  isHandler: false,
  isComplainedOf: false,
  isTimer: false,
}
export const citizen: ComplainingPerson = { ...nobody, isCitizen: true }
export const timer: ComplainingPerson = { ...nobody, isTimer: true }
export const timerActor: Actor = { kind: 'timer', id: 'timer', name: '系统' }

/** The citizen as the chain names them: not the reference that other chains have, which stand beside their name. */
export function citizenActor({ _id, ownerId }: Pick<Complaint, '_id' | 'ownerId'>): Actor {
  return { kind: 'applicant', id: lookupHash(`complaints.citizen:${_id}`, ownerId).slice(0, 16), name: '投诉人' }
}
export function staffActor(staff: StaffMember): Actor {
  return { kind: 'staff', id: personReference(staff._id), name: staff.name }
}

/** Roles that deal with what their department is assigned. */
export const departmentRoles = ['reviewer', 'comprehensive'] as const

const has = (staff: StaffMember, ...roles: readonly string[]) => staff.roles.some((role) => roles.includes(role))
export const isSupervisor = (staff: StaffMember) => has(staff, 'supervisor')

/** Whether a member can be entrusted with what a department was assigned. */
export function mayHandle(staff: StaffMember, department: string): boolean {
  return staff.departments.includes(department) && has(staff, ...departmentRoles)
}

type Subject = Pick<Complaint, 'ownerId' | 'about' | 'assignedTo' | 'handlerReference'>

/** Who a person is towards a complaint. Its author is the citizen and nobody else, whatever their roles. */
export function personTowards(complaint: Subject, openid: string, staff: StaffMember | undefined): ComplainingPerson {
  if (complaint.ownerId === openid) return citizen
  if (staff === undefined) return nobody
  return {
    ...nobody,
    isSupervisor: isSupervisor(staff),
    isDepartment: complaint.assignedTo !== '' && mayHandle(staff, complaint.assignedTo),
    isHandler: complaint.handlerReference === staff.reference,
    isComplainedOf: complaint.about.includes(staff.reference),
  }
}

/**
 * As whom a person sees a complaint; undefined where they must not learn that it exists. Whom it complains of never does;
 * the department once it is assigned there.
 */
export function seenAs(person: ComplainingPerson): 'citizen' | 'supervisor' | 'department' | undefined {
  if (person.isCitizen) return 'citizen'
  if (person.isComplainedOf) return undefined
  if (person.isSupervisor) return 'supervisor'
  return person.isDepartment ? 'department' : undefined
}
