import { isCivilDate, type CivilDate } from './civil-time'

/** Damm's quasigroup of order 10: it finds every single wrong digit and every swap of neighbours (H. M. Damm, 2004). */
const damm = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
  '3674209581', '5869720134', '8945362017', '9438617205', '2581436790',
]

function dammDigit(digits: string): string {
  return [...digits].reduce((state, digit) => damm[Number(state)]?.[Number(digit)] ?? '0', '0')
}

const form = /^GL(\d{8})(\d{8})(\d)$/

/**
 * 收件编号: `GL`, the day, eight random digits and a check digit. Random instead of counted, so that one number says
 * nothing of the next and no counter is contended; a unique index keeps it unique.
 */
export function makeReceiptNumber(date: CivilDate, randomDigits: string): string {
  const digits = `${date.replaceAll('-', '')}${randomDigits}`
  return `GL${digits}${dammDigit(digits)}`
}

/** What is wrong with a typed receipt number, or undefined. */
export function checkReceiptNumber(text: string): 'form' | 'date' | 'check-digit' | undefined {
  const parts = form.exec(text.replace(/[\s-]/g, '').toUpperCase())
  if (parts === null) return 'form'
  const [, date = '', random = '', check] = parts
  if (!isCivilDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`)) return 'date'
  return dammDigit(date + random) === check ? undefined : 'check-digit'
}

/** In groups, for reading aloud: `GL 20260510 4821 7730 5`. */
export function formatReceiptNumber(receiptNumber: string): string {
  return receiptNumber.replace(/^(GL)(\d{8})(\d{4})(\d{4})(\d)$/, '$1 $2 $3 $4 $5')
}
