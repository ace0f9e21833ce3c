import { listAddresses as contract } from '@shared/contracts/deliveries'
import { implementQuery } from '../../kernel/operation'
import { plainReader } from '../view'
import { savedAddresses } from '../address-book'

/** The caller's saved addresses, the default one first. */
export const listAddresses = implementQuery(contract, async ({ openid }) => ({
  addresses: await savedAddresses(plainReader, openid),
}))
