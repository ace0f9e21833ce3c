import { caseChains, getTimeline as contract } from '@shared/contracts/supervision'
import { emptyChain, type AuditHead } from '../../kernel/audit'
import { chainFaults, linkOf } from '../../kernel/chain-faults'
import { command, database } from '../../kernel/database'
import { chainOf } from '../../kernel/delivery-record'
import { deliveries } from '../../kernel/delivery-store'
import { fail, implementQuery } from '../../kernel/operation'
import { auditEntries, type AuditEntry } from '../../kernel/store'
import { mayAudit } from '../scope'
import { auditedApplications } from '../store'

const pageLength = 1000
/** Characters of a hash that are shown: enough to tell two copies apart. */
const markLength = 12

/** The whole record of a case for supervisors of its department and for administrators, checked as it is read. */
export const getTimeline = implementQuery(contract, async ({ input, staff, now }) => {
  const application = await database.get(auditedApplications, input.applicationId)
  if (application === undefined || !mayAudit(staff, application)) return fail('NOT_FOUND')
  const { _id, receiptNumber, itemName, department, state, audit } = application
  const delivery = await database.get(deliveries, _id)
  const [ofCase, ofDelivery] = await Promise.all([entriesOf(_id), entriesOf(chainOf(_id))])
  const faults = [
    ...faultsOf('case', ofCase, audit),
    // Entries without a delivery are entries too many.
    ...faultsOf('delivery', ofDelivery, delivery?.audit ?? emptyChain),
  ]
  return {
    receiptNumber,
    itemName,
    department,
    state,
    entries: [
      ...ofCase.map((entry) => ({ chain: 'case', entry }) as const),
      ...ofDelivery.map((entry) => ({ chain: 'delivery', entry }) as const),
    ]
      .sort((left, right) => left.entry.at - right.entry.at)
      .map(({ chain, entry: { sequence, at, event, label, actor, details, hash } }) => ({
        chain,
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
    verification: { isWhole: faults.length === 0, checkedAt: now, faults },
  }
})

function faultsOf(chain: keyof typeof caseChains, entries: readonly AuditEntry[], head: AuditHead) {
  return chainFaults(entries.map(linkOf), head).map((fault) => ({ chain, ...fault }))
}

async function entriesOf(subject: string): Promise<readonly AuditEntry[]> {
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
