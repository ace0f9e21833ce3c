import { findDeliverableCase, type DeliverableCase } from '../applications/from-deliveries'
import type { Transaction } from '../kernel/database'
import { deliveries, type Delivery } from '../kernel/delivery-store'
import { fail, isFailure, type Failure } from '../kernel/operation'
import { personReference } from '../kernel/person-reference'
import type { AuditEntry, StaffMember } from '../kernel/store'

/** An applicant as the chain names them. */
export function applicantActor(openid: string): AuditEntry['actor'] {
  return { kind: 'applicant', id: personReference(openid), name: '申请人' }
}

/** The caller's own case; anybody else's does not exist for them. */
export async function ownCase(
  applicationId: string,
  openid: string,
  reader?: Pick<Transaction, 'get'>,
): Promise<DeliverableCase | Failure<'NOT_FOUND'>> {
  const found = await findDeliverableCase(applicationId, reader)
  return found !== undefined && openid !== '' && found.delivery.ownerId === openid ? found : fail('NOT_FOUND')
}

/** The caller's own case and its delivery, if that is as the caller saw it; version 0 is none yet. */
export async function ownDelivery(
  transaction: Transaction,
  {
    applicationId,
    version,
    openid,
  }: { readonly applicationId: string; readonly version: number; readonly openid: string },
): Promise<
  | { readonly found: DeliverableCase; readonly delivery: Delivery | undefined }
  | Failure<'NOT_FOUND' | 'VERSION_CHANGED'>
> {
  const found = await ownCase(applicationId, openid, transaction)
  if (isFailure(found)) return found
  const delivery = await transaction.get(deliveries, applicationId)
  return (delivery?.version ?? 0) === version ? { found, delivery } : fail('VERSION_CHANGED')
}

/** A delivery of the member's departments, as they saw it. */
export async function deskDelivery(
  transaction: Transaction,
  {
    applicationId,
    version,
    staff,
  }: {
    readonly applicationId: string
    readonly version: number
    readonly staff: StaffMember | undefined
  },
): Promise<Delivery | Failure<'NOT_FOUND' | 'VERSION_CHANGED'>> {
  const delivery = await transaction.get(deliveries, applicationId)
  if (delivery === undefined || staff?.departments.includes(delivery.department) !== true) return fail('NOT_FOUND')
  return delivery.version === version ? delivery : fail('VERSION_CHANGED')
}
