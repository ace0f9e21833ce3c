import { getDelivery as contract } from '@shared/contracts/deliveries'
import { implementQuery, isFailure } from '../../kernel/operation'
import { ownCase } from '../own-delivery'
import { deliveryViewOf } from '../view'

/** The delivery of the caller's own case. */
export const getDelivery = implementQuery(contract, async ({ input, openid }) => {
  const found = await ownCase(input.applicationId, openid)
  return isFailure(found) ? found : deliveryViewOf(found)
})
