import { chooseDelivery as contract, type DeliveryAddress } from '@shared/contracts/deliveries'
import { decideDelivery, type DeliveryAction } from '@shared/domain/delivery-workflow'
import { deliverySubject, moveDelivery } from '../../kernel/delivery-record'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { addressFields, checkedAddress } from '../address'
import { applicantActor, ownDelivery } from '../own-delivery'
import { deliveryViewOf } from '../view'

/** What choosing the courier can mean, by where the delivery stands: the table opens one of them. */
const byCourier = ['arrange', 'change-address', 'courier-instead'] as const satisfies readonly DeliveryAction[]

/** The courier with an address, or the window; also another address, until the parcel is shipped. */
export const chooseDelivery = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const { applicationId, version, choice } = input
    const own = await ownDelivery(transaction, { applicationId, version, openid })
    if (isFailure(own)) return own
    const { found, delivery } = own
    const step = {
      delivery: delivery ?? found.delivery,
      actor: 'applicant',
      by: applicantActor(openid),
      now,
      outbox,
    } as const
    if (choice.way === 'window') {
      const moved = await moveDelivery(transaction, { ...step, action: 'collect-instead' })
      return isFailure(moved) ? fail('WRONG_STATE') : deliveryViewOf(found, transaction)
    }
    if (delivery === undefined && (!found.courierOffered || found.isOver))
      return fail(found.courierOffered ? 'WRONG_STATE' : 'COURIER_NOT_OFFERED')
    const address = checkedAddress(withoutUndefined(choice.address))
    if (isFailure(address)) return address
    const subject = deliverySubject(delivery, found.delivery.isDecided)
    const action = byCourier.find((each) => typeof decideDelivery(subject, each, 'applicant') !== 'string')
    if (action === undefined) return fail('WRONG_STATE')
    const change = addressFields(found.delivery, address)
    const details = { handOver: address.handOver, consented: true }
    const moved = await moveDelivery(transaction, { ...step, action, change, details })
    return isFailure(moved) ? fail('WRONG_STATE') : deliveryViewOf(found, transaction)
  },
})

/** As a contract's output wants it: what is absent is not there at all. */
function withoutUndefined(address: {
  readonly [Key in keyof DeliveryAddress]: DeliveryAddress[Key] | undefined
}): DeliveryAddress {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)) as DeliveryAddress
}
