import { couriers, courierDesk } from '../../../config/centre/couriers'
import { makeLabels as contract, type DeliveryAddress } from '@shared/contracts/deliveries'
import { decideDelivery } from '@shared/domain/delivery-workflow'
import { appendAudit } from '../../kernel/audit'
import { database, inTransaction } from '../../kernel/database'
import { chainOf, deliverySubject } from '../../kernel/delivery-record'
import { deliveries, type Delivery } from '../../kernel/delivery-store'
import { fail, implementCommand, isFailure, type Failure } from '../../kernel/operation'
import { unseal } from '../../kernel/sealed'
import type { StaffMember } from '../../kernel/store'
import { keepPaper } from '../keep-paper'
import { makeLabelPaper, type Label } from '../label-paper'
import { memberActor } from '../member-actor'

/** Address labels of what is to be sent. That its address was seen is in each one's chain before there is a paper. */
export const makeLabels = implementCommand(contract, {
  async prepare({ input, staff, now }) {
    if (staff === undefined) return fail('FORBIDDEN')
    const ids = [...new Set(input.applicationIds)]
    // All of them first: nobody's chain tells of a label that was never printed.
    for (const id of ids) {
      const refusal = refusalOf(await database.get(deliveries, id), staff)
      if (refusal !== undefined) return refusal
    }
    const labels: Label[] = []
    for (const id of ids) {
      const label = await takeLabel(id, staff, now)
      if (isFailure(label)) return label
      labels.push(label)
    }
    return keepPaper('labels', await makeLabelPaper(labels, courierDesk, now), now)
  },
  handle: ({ prepared }) => Promise.resolve(prepared),
})

/**
 * One delivery's label, with the look entered. A transaction for each: fifty in one would contend with fifty applicants.
 */
function takeLabel(id: string, staff: StaffMember, now: number): Promise<Label | Failure<'NOT_FOUND' | 'WRONG_STATE'>> {
  return inTransaction(async (transaction) => {
    const delivery = await transaction.get(deliveries, id)
    const refusal = refusalOf(delivery, staff)
    if (refusal !== undefined) return refusal
    if (delivery?.address === undefined) return fail('WRONG_STATE')
    const audit = await appendAudit(transaction, delivery.audit, {
      subject: chainOf(id),
      at: now,
      actor: memberActor(staff),
      event: 'address-printed',
      label: '打印面单，查看了收件地址',
      details: {},
    })
    await transaction.put(deliveries, { ...delivery, audit, labelledVersion: delivery.version })
    return labelOf(delivery, unseal(`deliveries.address:${id}`, delivery.address) as DeliveryAddress)
  })
}

/** Why a member may not have the label: a label is for what they may ship. */
function refusalOf(
  delivery: Delivery | undefined,
  staff: StaffMember,
): Failure<'NOT_FOUND' | 'WRONG_STATE'> | undefined {
  if (delivery === undefined || !staff.departments.includes(delivery.department)) return fail('NOT_FOUND')
  return typeof decideDelivery(deliverySubject(delivery), 'ship', 'desk') === 'string' ? fail('WRONG_STATE') : undefined
}

function labelOf({ receiptNumber, carriers }: Delivery, address: DeliveryAddress): Label {
  const { name, phone, province, city, district = '', detail, handOver, handOverTo } = address
  return {
    receiptNumber,
    recipient: name,
    phone,
    region: [province, city, district].filter((each) => each !== '').join(' '),
    detail,
    handOver,
    ...(handOverTo === undefined ? {} : { handOverTo }),
    isPostOnly: carriers.every((carrier) => couriers.find(({ code }) => code === carrier)?.isPost === true),
  }
}
