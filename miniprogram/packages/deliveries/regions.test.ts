import fc from 'fast-check'
import { citiesOf, districtsOf, knownRegion, provinces } from './regions'

const places = provinces.flatMap((province) =>
  citiesOf(province).flatMap((city) => districtsOf(province, city).map((district) => ({ province, city, district }))),
)

describe('regions', () => {
  it('has the 31 provinces of the mainland, each city with something below it', () => {
    expect(provinces).toHaveLength(31)
    for (const province of provinces) {
      expect(citiesOf(province)).not.toEqual([])
      for (const city of citiesOf(province)) expect(districtsOf(province, city)).not.toEqual([])
    }
  })

  it('knows Guilin’s 17 districts and counties', () => {
    const guilin = districtsOf('广西壮族自治区', '桂林市')
    expect(guilin).toHaveLength(17)
    expect(guilin).toEqual(expect.arrayContaining(['秀峰区', '临桂区', '恭城瑶族自治县', '荔浦市']))
  })

  it('gives every place of its own list back as it is', () => {
    fc.assert(fc.property(fc.constantFrom(...places), (place) => expect(knownRegion(place)).toEqual(place)))
  })

  it('finds a county that WeChat puts below itself under its province', () => {
    expect(knownRegion({ province: '湖北省', city: '仙桃市', district: '仙桃市' })).toEqual({
      province: '湖北省',
      city: '省直辖县',
      district: '仙桃市',
    })
  })

  it('leaves out what it does not know, and never invents a place', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (province, city, district) => {
        const found = knownRegion({ province, city, district })
        expect(found.province === '' || provinces.includes(found.province)).toBe(true)
        expect(found.city === '' || citiesOf(found.province).includes(found.city)).toBe(true)
      }),
    )
    expect(knownRegion({ province: '广西壮族自治区', city: '桂林市', district: '没有区' })).toEqual({
      province: '广西壮族自治区',
      city: '桂林市',
      district: '',
    })
  })
})
