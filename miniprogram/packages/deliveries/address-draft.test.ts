import fc from 'fast-check'
import * as v from 'valibot'
import { deliveryAddress, type DeliveryAddress } from '@shared/contracts/deliveries'
import { handOvers, type HandOver } from '@shared/domain/delivery-workflow'
import { addressOf, checkAddress, draftOf, emptyAddress, handOverText, placeText, problemsOf } from './address-draft'
import { citiesOf, districtsOf, provinces } from './regions'

const places = provinces.flatMap((province) =>
  citiesOf(province).flatMap((city) => districtsOf(province, city).map((district) => ({ province, city, district }))),
)
const words = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...Array.from('秦晓梅中山路号室A1')), { minLength: least, maxLength: most })
    .map((all) => all.join(''))
const addresses: fc.Arbitrary<DeliveryAddress> = fc
  .record({
    place: fc.constantFrom(...places),
    name: words(2, 30),
    phone: fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
    detail: words(4, 100),
    handOver: fc.constantFrom(...(Object.keys(handOvers) as HandOver[])),
    other: words(2, 30),
  })
  .map(({ place, handOver, other, ...rest }) => ({
    ...place,
    ...rest,
    handOver,
    ...(handOver === 'named' ? { handOverTo: other } : {}),
  }))

describe('an address while it is typed', () => {
  it('comes out as it went in, and is what the server takes', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(addressOf(draftOf(address))).toEqual(address)
        expect(v.is(deliveryAddress, addressOf(draftOf(address)))).toBe(true)
      }),
    )
  })

  it('is right when every part is, and wrong at the part that is not', () => {
    fc.assert(fc.property(addresses, (address) => expect(checkAddress(draftOf(address))).toEqual({})))
    const right = { ...emptyAddress, name: '秦晓梅', phone: '13877301122', district: '象山区', detail: '中山中路1号' }
    expect(checkAddress(right)).toEqual({})
    expect(Object.keys(checkAddress({ ...right, name: '秦' }))).toEqual(['name'])
    expect(Object.keys(checkAddress({ ...right, phone: '0773-5813252' }))).toEqual(['phone'])
    expect(Object.keys(checkAddress({ ...right, district: '' }))).toEqual(['region'])
    expect(Object.keys(checkAddress({ ...right, detail: '1号' }))).toEqual(['detail'])
    expect(Object.keys(checkAddress({ ...right, handOver: 'named' }))).toEqual(['handOverTo'])
  })

  it('forgets who else may sign once nobody else may', () => {
    const named = { ...emptyAddress, handOver: 'named', handOverTo: '秦建国' } as const
    expect(addressOf(named).handOverTo).toBe('秦建国')
    expect(addressOf({ ...named, handOver: 'in-person' })).not.toHaveProperty('handOverTo')
  })

  it('begins in Guilin, to be signed for by the recipient alone', () => {
    expect(emptyAddress).toMatchObject({ city: '桂林市', handOver: 'in-person' })
  })

  it('reads as one line, in which a city named as its province stands once', () => {
    expect(placeText({ province: '北京市', city: '北京市', district: '东城区', detail: '正义路2号' })).toBe(
      '北京市东城区正义路2号',
    )
    expect(handOverText({ handOver: 'named', handOverTo: '秦建国' })).toBe('指定的人代收：秦建国')
    expect(handOverText({ handOver: 'locker' })).toBe('可放快递柜或驿站')
  })

  it('shows what the server found wrong at the part it belongs to', () => {
    expect(problemsOf({ 'choice.address.city': '不对', 'address.phone': '不对' })).toEqual({
      region: '不对',
      phone: '不对',
    })
  })
})
