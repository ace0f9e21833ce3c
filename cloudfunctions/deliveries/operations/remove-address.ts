import { removeAddress as contract } from '@shared/contracts/deliveries'
import { fail, implementCommand } from '../../kernel/operation'
import { bookOf, keepBook, savedAddresses } from '../address-book'

export const removeAddress = implementCommand(contract, {
  async handle({ input, openid, transaction }) {
    const { addresses } = await bookOf(transaction, openid)
    const left = addresses.filter(({ id }) => id !== input.addressId)
    if (left.length === addresses.length) return fail('NOT_FOUND')
    await keepBook(transaction, openid, left, undefined)
    return { addresses: await savedAddresses(transaction, openid) }
  },
})
