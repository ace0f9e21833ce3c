import { areaList } from '@vant/area-data'

/** Where an address lies; '' where nothing is chosen yet. */
export interface Region {
  readonly province: string
  readonly city: string
  readonly district: string
}

/** Codes of 台湾, 香港 and 澳门: letters there are not the post's domestic service. */
const beyond = /^(?:71|81|82)/

const provinceCodes = new Map(
  Object.entries(areaList.province_list).flatMap(([code, name]) => (beyond.test(code) ? [] : [[name, code] as const])),
)
const citiesByProvince = byPrefix(areaList.city_list, 2)
const districtsByCity = byPrefix(areaList.county_list, 4)

type Codes = ReadonlyMap<string, string>
const noCodes: Codes = new Map<string, string>()

/** Name → code of a list, by the first digits of the codes. */
function byPrefix(list: Readonly<Record<string, string>>, digits: number): ReadonlyMap<string, Codes> {
  const groups = new Map<string, Map<string, string>>()
  for (const [code, name] of Object.entries(list)) {
    const key = code.slice(0, digits)
    const group = groups.get(key) ?? new Map<string, string>()
    groups.set(key, group.set(name, code))
  }
  return groups
}

function citiesIn(province: string): Codes {
  return citiesByProvince.get((provinceCodes.get(province) ?? '').slice(0, 2)) ?? noCodes
}

/** The provinces of the mainland, in the order of their codes (GB/T 2260). */
export const provinces: readonly string[] = [...provinceCodes.keys()]

/** A province's cities; none of a name that is no province. */
export function citiesOf(province: string): readonly string[] {
  return [...citiesIn(province).keys()]
}

/** A city's districts and counties; of a few cities without any, their towns. */
export function districtsOf(province: string, city: string): readonly string[] {
  const prefix = (citiesIn(province).get(city) ?? '').slice(0, 4)
  return [...(districtsByCity.get(prefix) ?? noCodes).keys()]
}

/**
 * Names from elsewhere (WeChat's address book) as this list has them: a county directly below its province stands under
 * another city there. What is not found is left out, for the person to choose.
 */
export function knownRegion({ province, city, district }: Region): Region {
  if (!provinces.includes(province)) return { province: '', city: '', district: '' }
  if (districtsOf(province, city).includes(district)) return { province, city, district }
  const places = citiesOf(province).flatMap((each) =>
    districtsOf(province, each)
      .filter((name) => name === district || name === city)
      .map((name) => ({ province, city: each, district: name })),
  )
  const [only] = places
  if (only !== undefined && places.length === 1) return only
  return { province, city: citiesOf(province).includes(city) ? city : '', district: '' }
}
