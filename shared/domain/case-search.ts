import { identityCheckCharacter, normaliseIdentityNumber } from './identity-number'
import { acceptancePrefix, checkReceiptNumber, normaliseReceiptNumber } from './receipt-number'

/** What staff look for with what they typed: cases whose receipt number begins so, or those of one person. */
export type CaseSearch =
  { readonly kind: 'receipt'; readonly prefix: string } | { readonly kind: 'person'; readonly identityNumber: string }

/** Fewer digits name nothing: four are the year. */
const fewestDigits = 4
const receiptForm = /^([A-Z]{2})?(\d{1,17})$/

/**
 * Reads a search: a receipt number from its beginning (its letters may be left out, and an acceptance number, which has
 * the same digits, leads to the same case), or a whole identity number.
 * @param receiptPrefix the letters of this centre's receipt numbers
 * @returns undefined where it is neither
 */
export function readCaseSearch(text: string, receiptPrefix = 'GL'): CaseSearch | undefined {
  const identityNumber = normaliseIdentityNumber(text)
  if (
    /^\d{17}[\dX]$/.test(identityNumber) &&
    identityCheckCharacter(identityNumber.slice(0, 17)) === identityNumber[17]
  )
    return { kind: 'person', identityNumber }
  const [, letters = receiptPrefix, digits = ''] = receiptForm.exec(normaliseReceiptNumber(text)) ?? []
  if (digits.length < fewestDigits || ![receiptPrefix, acceptancePrefix].includes(letters)) return undefined
  return { kind: 'receipt', prefix: `${receiptPrefix}${digits}` }
}

/** The whole receipt number that was typed (or its acceptance number); undefined where it is none, or has a slip. */
export function receiptNumberIn(text: string, receiptPrefix = 'GL'): string | undefined {
  const search = readCaseSearch(text, receiptPrefix)
  if (search?.kind !== 'receipt') return undefined
  return checkReceiptNumber(search.prefix, receiptPrefix) === undefined ? search.prefix : undefined
}
