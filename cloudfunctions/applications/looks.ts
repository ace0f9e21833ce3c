import { appendAudit, type AuditHead } from '../kernel/audit'
import { inTransaction, type Transaction } from '../kernel/database'
import type { StaffMember } from '../kernel/store'
import { lookingAs, staffActor } from './people'
import { applications, type Application } from './store'

/**
 * The access ledger: a member's first look at a case since its last claim is entered in the chain, for the applicant to
 * see who looked and as what. Who claims a case is in the chain with that. A refresh writes nothing.
 */
export async function enterLook(application: Application, staff: StaffMember, now: number): Promise<Application> {
  if (application.seenBy.includes(staff._id)) return application
  return inTransaction(async (transaction) => {
    const current = await transaction.get(applications, application._id)
    if (current === undefined || current.seenBy.includes(staff._id)) return current ?? application
    const audit = await enter(transaction, current, staff, { at: now, event: 'viewed', label: '查看申请材料' })
    const seen = { ...current, audit, seenBy: [...current.seenBy, staff._id] }
    await transaction.put(applications, seen)
    return seen
  })
}

/** The ledger as well: a case was looked for by its applicant's identity number. Each time, and not of one's own case. */
export async function enterLookUp(application: Application, staff: StaffMember, now: number): Promise<void> {
  if (application.ownerId === staff._id) return
  await inTransaction(async (transaction) => {
    const current = await transaction.get(applications, application._id)
    if (current === undefined) return
    const audit = await enter(transaction, current, staff, { at: now, event: 'looked-up', label: '按证件号码查找' })
    await transaction.put(applications, { ...current, audit })
  })
}

function enter(
  transaction: Transaction,
  { _id, audit }: Application,
  staff: StaffMember,
  what: { readonly at: number; readonly event: string; readonly label: string },
): Promise<AuditHead> {
  return appendAudit(transaction, audit, {
    subject: _id,
    actor: staffActor(staff),
    details: { note: lookingAs(staff) },
    ...what,
  })
}
