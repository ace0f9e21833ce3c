import type { PickedAddress } from './picked-address'

/** Browsers have no address book that a page could ask. */
export const canChooseAddress: boolean = false

export async function chooseAddress(): Promise<PickedAddress | 'unavailable' | undefined> {
  return 'unavailable'
}
