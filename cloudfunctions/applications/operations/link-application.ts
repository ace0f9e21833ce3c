import { timingSafeEqual } from 'node:crypto'
import { linkApplication as contract } from '@shared/contracts/applications-window'
import { normaliseReceiptNumber } from '@shared/domain/receipt-number'
import { appendAudit } from '../../kernel/audit'
import { database } from '../../kernel/database'
import { noteDelivery } from '../../kernel/delivery-record'
import { deliveries } from '../../kernel/delivery-store'
import { fail, implementCommand } from '../../kernel/operation'
import { returnTry, takeTry, type TryLimit } from '../../kernel/wrong-tries'
import { identityHashOf } from '../identity-hash'
import { applicantActor } from '../people'
import { applications, type Application } from '../store'

/** The centre's rule: five wrong tries, then an hour's pause. */
const limit: TryLimit = { tries: 5, lockedForMs: 60 * 60_000 }
const what = 'link-application'

/** Somebody whose case was taken in on site takes it into their account: receipt and identity number have to agree. */
export const linkApplication = implementCommand(contract, {
  async prepare({ input, openid, now }) {
    if (!(await takeTry(what, openid, limit, now))) return fail('TOO_MANY_TRIES')
    const [found] = await database.find(applications, {
      where: { receiptNumber: normaliseReceiptNumber(input.receiptNumber) },
      limit: 1,
    })
    if (found === undefined || !isTheirs(found, input.identityNumber)) return fail('NOT_FOUND')
    await returnTry(what, openid)
    return found._id
  },
  async handle({ openid, now, transaction, prepared: applicationId }) {
    const application = await transaction.get(applications, applicationId)
    if (application === undefined || application.ownerId !== '') return fail('NOT_FOUND')
    const audit = await appendAudit(transaction, application.audit, {
      subject: applicationId,
      at: now,
      actor: applicantActor(openid),
      event: 'linked',
      label: '申请人关联到本人账号',
      details: {},
    })
    await transaction.put(applications, { ...application, ownerId: openid, audit })
    // Whose address was wanted can now give it.
    const delivery = await transaction.get(deliveries, applicationId)
    if (delivery !== undefined) await noteDelivery(transaction, delivery, { ownerId: openid }, now)
    return { applicationId }
  },
})

function isTheirs({ ownerId, identityHash }: Application, identityNumber: string): boolean {
  if (ownerId !== '') return false
  const [stored, given] = [Buffer.from(identityHash), Buffer.from(identityHashOf(identityNumber))]
  return stored.length === given.length && timingSafeEqual(stored, given)
}
