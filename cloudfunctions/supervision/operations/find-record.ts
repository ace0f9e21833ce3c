import { findRecord as contract } from '@shared/contracts/supervision'
import { receiptNumberIn } from '@shared/domain/case-search'
import { centre } from '../../kernel/centre'
import { database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { mayAudit } from '../scope'
import { auditedApplications } from '../store'

/** The case a receipt number belongs to, for those who may see its timeline. */
export const findRecord = implementQuery(contract, async ({ input, staff }) => {
  const receiptNumber = receiptNumberIn(input.receiptNumber, centre.receiptPrefix)
  if (receiptNumber === undefined) return fail('NOT_FOUND')
  const [found] = await database.find(auditedApplications, { where: { receiptNumber }, limit: 1 })
  return found !== undefined && mayAudit(staff, found) ? { applicationId: found._id } : fail('NOT_FOUND')
})
