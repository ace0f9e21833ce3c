import { saveAddress as contract } from '@shared/contracts/deliveries'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { checkedAddress } from '../address'
import { bookOf, keepBook, mostAddresses, savedAddresses, sealSaved } from '../address-book'

/** Keeps a new address or another form of one that is kept; the first one is the default in any case. */
export const saveAddress = implementCommand(contract, {
  async handle({ input, openid, transaction }) {
    const address = checkedAddress(input.address)
    if (isFailure(address)) return address
    const { addresses } = await bookOf(transaction, openid)
    const id = input.addressId ?? makeId()
    const isKnown = addresses.some((each) => each.id === id)
    if (input.addressId !== undefined && !isKnown) return fail('NOT_FOUND')
    if (!isKnown && addresses.length >= mostAddresses) return fail('TOO_MANY_ADDRESSES')
    const saved = { id, sealed: sealSaved(openid, id, address), isDefault: input.isDefault }
    const kept = isKnown ? addresses.map((each) => (each.id === id ? saved : each)) : [...addresses, saved]
    await keepBook(transaction, openid, kept, input.isDefault ? id : undefined)
    return { addresses: await savedAddresses(transaction, openid) }
  },
})
