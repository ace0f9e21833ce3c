import type { DeliveryAddress, SavedAddress } from '@shared/contracts/deliveries'
import type { Transaction } from '../kernel/database'
import { seal, unseal, type Sealed } from '../kernel/sealed'
import { addressBooks, type AddressBook } from './store'

/** More than anybody sends to. */
export const mostAddresses = 10

const purposeOf = (openid: string, id: string) => `deliveries.saved-address:${openid}:${id}`
export const sealSaved = (openid: string, id: string, address: DeliveryAddress): Sealed =>
  seal(purposeOf(openid, id), address)

type Reader = Pick<Transaction, 'get'>

export async function bookOf(reader: Reader, openid: string): Promise<AddressBook> {
  return (await reader.get(addressBooks, openid)) ?? { _id: openid, addresses: [] }
}

/** Writes the book with one default: the one named, else the one there was, else the first. */
export async function keepBook(
  transaction: Transaction,
  openid: string,
  addresses: AddressBook['addresses'],
  preferred: string | undefined,
): Promise<void> {
  const chosen = preferred ?? addresses.find(({ isDefault }) => isDefault)?.id ?? addresses[0]?.id
  await transaction.put(addressBooks, {
    _id: openid,
    addresses: addresses.map((each) => ({ ...each, isDefault: each.id === chosen })),
  })
}

/** The addresses in the clear, for their owner: the default one first, then as they were added. */
export async function savedAddresses(reader: Reader, openid: string): Promise<SavedAddress[]> {
  const { addresses } = await bookOf(reader, openid)
  return addresses
    .map(({ id, sealed, isDefault }) => ({
      ...(unseal(purposeOf(openid, id), sealed) as DeliveryAddress),
      id,
      isDefault,
    }))
    .sort((left, right) => Number(right.isDefault) - Number(left.isDefault))
}
