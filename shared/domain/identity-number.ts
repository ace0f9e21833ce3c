import { isCivilDate, type CivilDate } from './civil-time'

/** GB 11643-1999, ISO 7064 MOD 11-2: weights of the first 17 digits, check characters by remainder modulo 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** Provinces, autonomous regions and municipalities (GB/T 2260). */
const mainland = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' '),
)
/** Taiwan, and the residence permits 港澳台居民居住证 (国办发〔2018〕81号): 81 Hong Kong, 82 Macao, 83 Taiwan. */
const beyondMainland = new Set(['71', '81', '82', '83'])

/** Nobody whose matter is handled was born before this day; it refuses slips such as the year 1097. */
const earliestBirth: CivilDate = '1880-01-01'

export type IdentityNumberProblem = 'length' | 'region' | 'birth-date' | 'check-digit'

/** As it is stored: half-width, no spaces, X in upper case. */
export function normaliseIdentityNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** The birth date an identity number of 18 characters names; check the number first. */
export function birthDateOf(identityNumber: string): CivilDate {
  const number = normaliseIdentityNumber(identityNumber)
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

/**
 * What is wrong with an identity number of a citizen (GB 11643), a resident from Hong Kong, Macao or Taiwan, or a
 * foreigner with permanent residence (9-prefixed since December 2023); undefined when it can exist.
 * @param today refuses birth dates to come
 */
export function checkIdentityNumber(text: string, today: CivilDate): IdentityNumberProblem | undefined {
  const number = normaliseIdentityNumber(text)
  if (!/^\d{17}[\dX]$/.test(number)) return 'length'
  if (!hasRegion(number)) return 'region'
  const birth = birthDateOf(number)
  if (!isCivilDate(birth) || birth > today || birth < earliestBirth) return 'birth-date'
  return identityCheckCharacter(number.slice(0, 17)) === number[17] ? undefined : 'check-digit'
}

/** The check character for the first 17 digits. */
export function identityCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return checkCharacters[sum % 11] ?? ''
}

/** A foreigner's number carries 9, then the province that granted residence, then the country. */
function hasRegion(number: string): boolean {
  if (number.startsWith('9')) return mainland.has(number.slice(1, 3))
  return mainland.has(number.slice(0, 2)) || beyondMainland.has(number.slice(0, 2))
}
