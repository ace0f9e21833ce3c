import { answerFailure as contract } from '@shared/contracts/deliveries'
import { moveDelivery } from '../../kernel/delivery-record'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { checkedAddress, sealAddress } from '../address'
import { applicantActor, ownDelivery } from '../own-delivery'
import { deliveryViewOf } from '../view'

/** The applicant says what is to be done with a parcel that could not be handed over; the desk passes it on. */
export const answerFailure = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const { applicationId, version, choice } = input
    const own = await ownDelivery(transaction, { applicationId, version, openid })
    if (isFailure(own)) return own
    if (own.delivery === undefined) return fail('WRONG_STATE')
    const address = choice.kind === 'new-address' ? checkedAddress(choice.address) : undefined
    if (isFailure(address)) return address
    const moved = await moveDelivery(transaction, {
      delivery: own.delivery,
      action: 'instruct',
      actor: 'applicant',
      by: applicantActor(openid),
      now,
      outbox,
      change: {
        instruction: {
          choice: choice.kind,
          at: now,
          done: false,
          ...(address === undefined ? {} : { address: sealAddress(applicationId, address) }),
        },
      },
      details: { choice: choice.kind },
    })
    return isFailure(moved) ? fail('WRONG_STATE') : deliveryViewOf(own.found, transaction)
  },
})
