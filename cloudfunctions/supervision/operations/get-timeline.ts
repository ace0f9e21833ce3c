import { getTimeline as contract } from '@shared/contracts/supervision'
import { chainFaults, linkOf } from '../../kernel/chain-faults'
import { command, database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { auditEntries, type AuditEntry } from '../../kernel/store'
import { mayAudit } from '../scope'
import { auditedApplications } from '../store'

const pageLength = 1000
/** Characters of a hash that are shown: enough to tell two copies apart. */
const markLength = 12

/** The whole chain of a case for supervisors of its department and for administrators, checked as it is read. */
export const getTimeline = implementQuery(contract, async ({ input, staff, now }) => {
  const application = await database.get(auditedApplications, input.applicationId)
  if (application === undefined || !mayAudit(staff, application)) return fail('NOT_FOUND')
  const entries = await chainOf(application._id)
  const faults = chainFaults(entries.map(linkOf), application.audit)
  const { receiptNumber, itemName, department, state } = application
  return {
    receiptNumber,
    itemName,
    department,
    state,
    entries: entries.map(({ sequence, at, event, label, actor, details, hash }) => ({
      sequence,
      at,
      event,
      label,
      actor,
      details: Object.entries(details).flatMap(([name, value]) =>
        value === undefined || value === null
          ? []
          : [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }],
      ),
      mark: hash.slice(0, markLength),
    })),
    verification: { isWhole: faults.length === 0, checkedAt: now, faults: [...faults] },
  }
})

async function chainOf(subject: string): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (let after = 0; ;) {
    const page = await database.find(auditEntries, {
      where: { subject, sequence: command().gt(after) },
      orderBy: ['sequence', 'asc'],
      limit: pageLength,
    })
    entries.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < pageLength) return entries
    after = last.sequence
  }
}
