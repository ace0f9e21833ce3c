import type { DeliveryAddress, SavedAddress } from '@shared/contracts/deliveries'
import { isMobileNumber } from '@shared/domain/phone-number'
import { handOvers, type HandOver } from '@shared/domain/delivery-workflow'
import { copy } from './copy'
import { districtsOf } from './regions'

/** An address while it is typed: every part there, '' where nothing stands yet. */
export type AddressDraft = Required<DeliveryAddress>

/** In the order of the form; `region` is province, city and district together. */
export const addressParts = ['name', 'phone', 'region', 'detail', 'handOver', 'handOverTo'] as const
export type AddressPart = (typeof addressParts)[number]

/** Guilin, and the recipient in person: what the law wants without the recipient's word (快递市场管理办法 art. 28). */
export const emptyAddress: AddressDraft = {
  name: '',
  phone: '',
  province: '广西壮族自治区',
  city: '桂林市',
  district: '',
  detail: '',
  handOver: 'in-person',
  handOverTo: '',
}

/** A stored address as a draft. */
export function draftOf(address: DeliveryAddress | SavedAddress): AddressDraft {
  const { name, phone, province, city, district = '', detail, handOver, handOverTo = '' } = address
  return { name, phone, province, city, district, detail, handOver, handOverTo }
}

/** A draft as the server takes it: what is empty or does not apply is left out. */
export function addressOf({ district, handOverTo, ...draft }: AddressDraft): DeliveryAddress {
  return {
    ...draft,
    ...(district === '' ? {} : { district }),
    ...(isNamed(draft.handOver) && handOverTo.trim() !== '' ? { handOverTo: handOverTo.trim() } : {}),
  }
}

/** Whether somebody else is named who may sign. */
export function isNamed(handOver: HandOver): boolean {
  return handOver === 'named'
}

const lengthOf = (text: string) => Array.from(text.trim()).length

/** What is wrong with each part, as a sentence that says what to do. */
export function checkAddress(draft: AddressDraft): Partial<Record<AddressPart, string>> {
  const { name, phone, province, city, district, detail, handOver, handOverTo } = draft
  const isRegion = city !== '' && (district !== '' || districtsOf(province, city).length === 0)
  const checks: readonly (readonly [AddressPart, boolean, string])[] = [
    ['name', lengthOf(name) >= 2 && lengthOf(name) <= 30, copy.address.nameMissing],
    ['phone', isMobileNumber(phone), copy.address.phoneWrong],
    ['region', province !== '' && isRegion, copy.address.regionMissing],
    ['detail', lengthOf(detail) >= 4 && lengthOf(detail) <= 100, copy.address.detailMissing],
    [
      'handOverTo',
      !isNamed(handOver) || (lengthOf(handOverTo) >= 2 && lengthOf(handOverTo) <= 30),
      copy.address.handOverToMissing,
    ],
  ]
  return Object.fromEntries(checks.flatMap(([part, isRight, sentence]) => (isRight ? [] : [[part, sentence]])))
}

/** The field names of the contract → the parts of the form. */
const partOfField: Readonly<Record<string, AddressPart>> = { province: 'region', city: 'region', district: 'region' }

/** What the server found wrong, at the parts of the form. */
export function problemsOf(fields: Readonly<Record<string, string>> | undefined): Partial<Record<AddressPart, string>> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([path, sentence]) => {
      const field = path.split('.').at(-1) ?? path
      return [partOfField[field] ?? field, sentence]
    }),
  )
}

/** `广西壮族自治区桂林市象山区中山中路1号`; a city named as its province (北京市) stands once. */
export function placeText({
  province,
  city,
  district = '',
  detail,
}: Pick<DeliveryAddress, 'province' | 'city' | 'district' | 'detail'>): string {
  return [province, city === province ? '' : city, district, detail].join('')
}

/** `指定的人代收：秦建国`. */
export function handOverText({ handOver, handOverTo }: Pick<DeliveryAddress, 'handOver' | 'handOverTo'>): string {
  return handOverTo === undefined || handOverTo === '' ? handOvers[handOver] : `${handOvers[handOver]}：${handOverTo}`
}
