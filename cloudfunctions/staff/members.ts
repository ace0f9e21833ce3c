import type { StaffRole } from '@shared/contracts/contract'
import {
  decideMember,
  memberStateOf,
  memberStates,
  namePartsOf,
  type MemberAction,
  type MemberActor,
} from '@shared/domain/staff-member-workflow'
import { departments as centreDepartments } from '../../config/centre/departments'
import { appendAudit, emptyChain } from '../kernel/audit'
import { database, type Transaction } from '../kernel/database'
import { fail, isFailure, type Failure } from '../kernel/operation'
import { personReference } from '../kernel/person-reference'
import { staffMembers, type AuditEntry, type StaffMember } from '../kernel/store'
import { rosterId, rosters } from './store'

/** Who a member is and what they may do. */
export interface Powers {
  readonly name: string
  readonly roles: readonly StaffRole[]
  readonly departments: readonly string[]
}

/** The member a new person becomes; not written yet. */
export function newMember(openid: string, powers: Powers, now: number): StaffMember {
  const reference = personReference(openid)
  return {
    _id: openid,
    reference,
    joinedAt: now,
    suspended: false,
    audit: emptyChain,
    ...powers,
    ...derivedOf(powers, reference),
  }
}

/** The fields the list is sorted and searched by. */
export function derivedOf({ name }: Powers, reference: string): Pick<StaffMember, 'order' | 'nameParts'> {
  return { order: `${name}#${reference}`, nameParts: namePartsOf(name) }
}

export function staffActor(member: Pick<StaffMember, 'reference' | 'name'>): AuditEntry['actor'] {
  return { kind: 'staff', id: member.reference, name: member.name }
}

/** What is wrong with departments that the centre does not have. */
export function unknownDepartments(names: readonly string[]): Failure<'INVALID_INPUT'> | undefined {
  const unknown = names.find((name) => !centreDepartments.some((each) => each.name === name))
  return unknown === undefined
    ? undefined
    : fail('INVALID_INPUT', { departments: `没有「${unknown}」这个部门，请重新选择` })
}

/** The member that a page names; undefined when there is none. */
export async function findMember(reference: string): Promise<StaffMember | undefined> {
  const [found] = await database.find(staffMembers, { where: { reference }, limit: 1 })
  return found
}

const administers = (member: StaffMember) => !member.suspended && member.roles.includes('administrator')

/** The caller as an administrator at this very moment: a right that ended while the call was on its way is none. */
export async function actingAdministrator(
  transaction: Transaction,
  openid: string,
): Promise<StaffMember | Failure<'FORBIDDEN'>> {
  const member = await transaction.get(staffMembers, openid)
  return member !== undefined && administers(member) ? member : fail('FORBIDDEN')
}

/**
 * What a step of one administrator on another needs: both, as they are at this moment, and that nobody was faster.
 * @param account of the member the page named
 */
export async function membersForStep(
  transaction: Transaction,
  { openid, account, version }: { readonly openid: string; readonly account: string; readonly version: number },
): Promise<
  | { readonly administrator: StaffMember; readonly member: StaffMember }
  | Failure<'FORBIDDEN' | 'NOT_FOUND' | 'YOURSELF' | 'VERSION_CHANGED'>
> {
  const administrator = await actingAdministrator(transaction, openid)
  if (isFailure(administrator)) return administrator
  if (account === openid) return fail('YOURSELF')
  const member = await transaction.get(staffMembers, account)
  if (member === undefined) return fail('NOT_FOUND')
  return member.audit.sequence === version ? { administrator, member } : fail('VERSION_CHANGED')
}

/** The account of the member that a page names, looked up before the transaction, which reads by account only. */
export async function accountOf({
  input,
}: {
  readonly input: { readonly memberId: string }
}): Promise<string | Failure<'NOT_FOUND'>> {
  return (await findMember(input.memberId))?._id ?? fail('NOT_FOUND')
}

/**
 * The only writer of a member: asks the table, appends to the member's chain, keeps the roster of administrators, and
 * writes the document, all in the caller's transaction.
 */
export async function moveMember(
  transaction: Transaction,
  step: {
    readonly action: MemberAction
    readonly as: MemberActor
    /** As stored; undefined when they become a member now. */
    readonly before: StaffMember | undefined
    /** As they shall be; the state follows from the table. */
    readonly after: StaffMember
    readonly actor: StaffMember
    readonly details: Readonly<Record<string, unknown>>
    readonly now: number
  },
): Promise<StaffMember | Failure<'WRONG_STATE' | 'FORBIDDEN'>> {
  const { before, after, actor } = step
  const row = decideMember(memberStateOf(before), step.action, step.as)
  if (row === 'WRONG_STATE') return fail('WRONG_STATE')
  if (row === 'NOT_ALLOWED') return fail('FORBIDDEN')
  const audit = await appendAudit(transaction, after.audit, {
    subject: `staff:${after.reference}`,
    at: step.now,
    actor: staffActor(actor),
    event: row.event,
    label: row.label,
    details: step.details,
  })
  const moved: StaffMember = { ...after, suspended: memberStates[row.to].suspended, audit }
  await transaction.put(staffMembers, moved)
  if ((before !== undefined && administers(before)) !== administers(moved)) await keepRoster(transaction, moved, actor)
  return moved
}

/** Who acts administers staff, so the roster is never empty. */
async function keepRoster(transaction: Transaction, changed: StaffMember, actor: StaffMember): Promise<void> {
  const administrators = new Set([...((await transaction.get(rosters, rosterId))?.administrators ?? []), actor._id])
  if (administers(changed)) administrators.add(changed._id)
  else administrators.delete(changed._id)
  await transaction.put(rosters, { _id: rosterId, administrators: [...administrators] })
}

/** Whether anybody administers staff. */
export async function hasAdministrator(reader: Pick<Transaction, 'get'>): Promise<boolean> {
  return ((await reader.get(rosters, rosterId))?.administrators.length ?? 0) > 0
}
