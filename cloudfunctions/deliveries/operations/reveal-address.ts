import { revealAddress as contract } from '@shared/contracts/deliveries'
import { appendAudit } from '../../kernel/audit'
import { chainOf } from '../../kernel/delivery-record'
import { deliveries } from '../../kernel/delivery-store'
import { fail, implementCommand } from '../../kernel/operation'
import { openAddress } from '../address'
import { memberActor } from '../member-actor'

/** The whole address; the look and its reason are in the chain, which the applicant sees. */
export const revealAddress = implementCommand(contract, {
  async handle({ input, staff, now, transaction }) {
    const delivery = await transaction.get(deliveries, input.applicationId)
    if (delivery?.address === undefined || staff?.departments.includes(delivery.department) !== true)
      return fail('NOT_FOUND')
    const audit = await appendAudit(transaction, delivery.audit, {
      subject: chainOf(delivery._id),
      at: now,
      actor: memberActor(staff),
      event: 'address-revealed',
      label: '查看完整收件地址',
      details: { note: input.reason },
    })
    await transaction.put(deliveries, { ...delivery, audit })
    return { address: openAddress(delivery._id, delivery.instruction?.address ?? delivery.address) }
  },
})
