import { isCivilDate, type CivilDate } from './civil-time'

/**
 * Damm's quasigroup of order 10 (H. M. Damm, 2004). It finds every single wrong digit and every exchange of neighbours.
 * ISO 7064 MOD 11,10, which also needs but one digit, misses some exchanges: 067 and 076 have the same check digit.
 * The length is fixed, so Damm's own weakness (leading zeros) does not matter here.
 */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

function checkDigitOf(digits: string): string {
  return Array.from(digits).reduce((state, digit) => quasigroup[Number(state)]?.[Number(digit)] ?? '', '0')
}

/** Digits drawn at random for one number: of one day's, 1 in 50,000 is taken after 2,000 submissions. */
const drawn = /^\d{8}$/
const form = /^([A-Z]{2})(\d{8})(\d{8})(\d)$/

/**
 * 收件编号: two letters of the centre, the day, eight random digits and a check digit. Random instead of counted, so
 * that one number tells nothing of the next and no counter is contended; a unique index keeps it unique.
 * @throws RangeError for a day that does not exist or random digits that are not eight
 */
export function makeReceiptNumber(date: CivilDate, randomDigits: string, prefix = 'GL'): string {
  if (!isCivilDate(date) || !drawn.test(randomDigits) || !/^[A-Z]{2}$/.test(prefix)) {
    throw new RangeError('a receipt number needs two capitals, a day and eight digits')
  }
  const digits = date.replaceAll('-', '') + randomDigits
  return prefix + digits + checkDigitOf(digits)
}

/** What an acceptance number begins with: 受理. */
export const acceptancePrefix = 'SL'

/**
 * 受理编号: the digits of the receipt number under letters of its own. Unique because that one is, and whoever knows one
 * finds the other.
 */
export function acceptanceNumberOf(receiptNumber: string): string {
  return receiptNumber.replace(/^[A-Z]{2}/, acceptancePrefix)
}

/** As it is stored: half-width, no spaces and hyphens, letters in upper case. */
export function normaliseReceiptNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/** What is wrong with a typed receipt number, or undefined. */
export function checkReceiptNumber(text: string, prefix = 'GL'): 'form' | 'date' | 'check-digit' | undefined {
  const [, letters, date = '', random = '', check] = form.exec(normaliseReceiptNumber(text)) ?? []
  if (letters !== prefix) return 'form'
  if (!isCivilDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`)) return 'date'
  return checkDigitOf(date + random) === check ? undefined : 'check-digit'
}

/** In groups, for reading aloud: `GL 20260510 4821 7730 5`. */
export function formatReceiptNumber(receiptNumber: string): string {
  return receiptNumber.replace(/^([A-Z]{2})(\d{8})(\d{4})(\d{4})(\d)$/, '$1 $2 $3 $4 $5')
}
