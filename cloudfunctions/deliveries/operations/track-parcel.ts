import { trackParcel as contract, type ParcelView } from '@shared/contracts/deliveries'
import { deliveryStates, isAboutItsParcel, isUnderWay } from '@shared/domain/delivery-workflow'
import { maskName } from '@shared/domain/masking'
import { normaliseReceiptNumber } from '@shared/domain/receipt-number'
import { timingSafeEqual } from 'node:crypto'
import { database } from '../../kernel/database'
import { deliveries, type Delivery } from '../../kernel/delivery-store'
import { fail, implementQuery } from '../../kernel/operation'
import { returnTry, takeTry, type TryLimit } from '../../kernel/wrong-tries'
import { openAddress, trackingHashOf } from '../address'
import { parcelViewOf, standingOf } from '../parcel-view'
import { parcels } from '../store'

/** The centre's rule: five wrong tries lock a receipt number for an hour, whoever tries. */
const limit: TryLimit = { tries: 5, lockedForMs: 60 * 60_000 }
const what = 'track-parcel'

/**
 * Tracking for anybody who knows the receipt number and the last digits of the recipient's phone. A receipt number that
 * does not exist is answered, counted and locked like one that does.
 */
export const trackParcel = implementQuery(contract, async ({ input, now }) => {
  const receiptNumber = normaliseReceiptNumber(input.receiptNumber)
  if (!(await takeTry(what, receiptNumber, limit, now))) return fail('LOCKED')
  const [found] = await database.find(deliveries, { where: { receiptNumber }, limit: 1 })
  if (found === undefined || !isTheirs(found, trackingHashOf(receiptNumber, input.lastFour))) return fail('NOT_FOUND')
  await returnTry(what, receiptNumber)
  const parcel = isAboutItsParcel(found.state) ? await database.get(parcels, found.parcelId) : undefined
  const isAwaited = isUnderWay(found.state)
  const state = deliveryStates[found.state]
  return {
    itemName: found.itemName,
    standing: isAwaited && parcel !== undefined ? standingOf(parcel) : state.label,
    next: state.next,
    recipient: found.shown.recipient,
    ...(parcel === undefined ? {} : { parcel: withoutName(parcelViewOf(parcel, isAwaited), found) }),
  }
})

/** Carriers write who signed into their lines: the recipient's name is as short there as everywhere here. */
function withoutName(view: ParcelView, { _id, address }: Delivery): ParcelView {
  if (address === undefined) return view
  const { name, handOverTo } = openAddress(_id, address)
  const names = [name, handOverTo ?? ''].filter((each) => each !== '')
  const hidden = (text: string) => names.reduce((left, each) => left.replaceAll(each, maskName(each)), text)
  return { ...view, scans: view.scans.map((scan) => ({ ...scan, text: hidden(scan.text) })) }
}

function isTheirs({ trackingHash }: Delivery, given: string): boolean {
  const [stored, typed] = [Buffer.from(trackingHash), Buffer.from(given)]
  return stored.length === typed.length && timingSafeEqual(stored, typed)
}
