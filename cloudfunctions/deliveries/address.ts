import type { DeliveryAddress } from '@shared/contracts/deliveries'
import { handOvers } from '@shared/domain/delivery-workflow'
import { maskName, maskPhone } from '@shared/domain/masking'
import { isMobileNumber, normalisePhone } from '@shared/domain/phone-number'
import type { Delivery } from '../kernel/delivery-store'
import { fail, type Failure } from '../kernel/operation'
import { lookupHash, seal, unseal, type Sealed } from '../kernel/sealed'

/** An address that somebody can be found at, its number in eleven digits; else what to mend, field by field. */
export function checkedAddress(typed: DeliveryAddress): DeliveryAddress | Failure<'ADDRESS_INCOMPLETE'> {
  const problems: Record<string, string> = {}
  if (!isMobileNumber(typed.phone)) problems['phone'] = '请填写11位手机号码，快递员送件前会联系'
  if (/^[\d\s-]+$/.test(typed.detail)) problems['detail'] = '请写明街道、小区和门牌号'
  if (typed.handOver === 'named' && (typed.handOverTo ?? '') === '') problems['handOverTo'] = '请填写代收人的姓名'
  if (Object.keys(problems).length > 0) return fail('ADDRESS_INCOMPLETE', problems)
  const { handOverTo, district, ...rest } = typed
  return {
    ...rest,
    phone: normalisePhone(typed.phone),
    ...(district === undefined || district === '' ? {} : { district }),
    // Whoever else was named before has no part in another choice.
    ...(typed.handOver === 'named' && handOverTo !== undefined ? { handOverTo } : {}),
  }
}

const purposeOf = (applicationId: string) => `deliveries.address:${applicationId}`
export const sealAddress = (applicationId: string, address: DeliveryAddress): Sealed =>
  seal(purposeOf(applicationId), address)
export const openAddress = (applicationId: string, sealed: Sealed): DeliveryAddress =>
  unseal(purposeOf(applicationId), sealed) as DeliveryAddress

/** Under which somebody without the account finds a delivery: the receipt number and the last four digits. */
export function trackingHashOf(receiptNumber: string, lastFour: string): string {
  return lookupHash('deliveries.tracking', `${receiptNumber}:${lastFour}`)
}

/** As lists show it: no street, no house. */
export const regionOf = ({ province, city, district = '' }: DeliveryAddress): string =>
  [province, city, district].filter((each) => each !== '').join(' ')

/** The fields of a delivery that an address changes: sealed, and what lists show of it. */
export function addressFields(
  { _id, receiptNumber }: Pick<Delivery, '_id' | 'receiptNumber'>,
  address: DeliveryAddress,
): Pick<Delivery, 'address' | 'shown' | 'trackingHash'> {
  const { name, phone, handOver } = address
  return {
    address: sealAddress(_id, address),
    shown: {
      recipient: maskName(name),
      phone: maskPhone(phone),
      region: regionOf(address),
      handOver: handOvers[handOver],
    },
    trackingHash: trackingHashOf(receiptNumber, phone.slice(-4)),
  }
}
