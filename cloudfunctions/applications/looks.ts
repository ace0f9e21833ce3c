import { appendAudit } from '../kernel/audit'
import { inTransaction } from '../kernel/database'
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
    const audit = await appendAudit(transaction, current.audit, {
      subject: current._id,
      at: now,
      actor: staffActor(staff),
      event: 'viewed',
      label: '查看申请材料',
      details: { note: lookingAs(staff) },
    })
    const seen = { ...current, audit, seenBy: [...current.seenBy, staff._id] }
    await transaction.put(applications, seen)
    return seen
  })
}
