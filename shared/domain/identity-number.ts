import { isCivilDate, type CivilDate } from './civil-time'

/** GB 11643-1999: weights of the first 17 digits and the check characters by remainder modulo 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
/** Province-level codes (GB/T 2260), with 81–83 for the residence permits of Hong Kong, Macao and Taiwan, 9x for foreigners. */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91 92 93 94 95 96 97 98 99'.split(' '),
)

export type IdentityNumberProblem = 'length' | 'region' | 'birth-date' | 'check-digit'

/** As it is stored: no spaces, X in upper case. */
export function normaliseIdentityNumber(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

/** The birth date an identity number of 18 characters names. */
export function birthDateOf(identityNumber: string): CivilDate {
  const digits = normaliseIdentityNumber(identityNumber)
  return `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`
}

/** What is wrong with an identity number, or undefined. `today` refuses birth dates to come. */
export function checkIdentityNumber(text: string, today: CivilDate): IdentityNumberProblem | undefined {
  const number = normaliseIdentityNumber(text)
  if (!/^\d{17}[\dX]$/.test(number)) return 'length'
  if (!regions.has(number.slice(0, 2))) return 'region'
  const birth = birthDateOf(number)
  if (!isCivilDate(birth) || birth > today || birth < '1850-01-01') return 'birth-date'
  return checkCharacters[weightedSum(number) % 11] === number[17] ? undefined : 'check-digit'
}

/** The check character for the first 17 digits. */
export function identityCheckCharacter(first17: string): string {
  return checkCharacters[weightedSum(first17) % 11] ?? ''
}

function weightedSum(digits: string): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0)
}
