/** GB 32100-2015: the 31 characters, without I O Z S V, in the order of their values. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const length = 18
/** GB 11714-1997, for the organisation code in places 9 to 17: weights of its eight characters, modulo 11. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

export type CreditCodeProblem = 'length' | 'characters' | 'check-digit'

/** The check character of the first 17: weights 3^i modulo 31 (GB 32100-2015 annex). */
export function creditCheckCharacter(first17: string): string {
  let weight = 1
  let sum = 0
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

/** The check character of the eight that begin an organisation code; letters count from A = 10 there. */
export function organisationCheckCharacter(first8: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, place) => total + weight * parseInt(first8[place] ?? '', 36),
    0,
  )
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

/** As it is stored: half-width, no spaces, upper case. */
export function normaliseCreditCode(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/**
 * What is wrong with a unified social credit code, or undefined. Both check characters must be right: its own and that
 * of the organisation code within. Some licences of an early trial carry codes outside the standard (91350211M00013FA1N
 * is one); they are refused like any other that does not check.
 */
export function checkCreditCode(text: string): CreditCodeProblem | undefined {
  const code = normaliseCreditCode(text)
  if (code.length !== length) return 'length'
  // Two of the authority and kind, six digits of the region, nine of the organisation, one to check.
  if (!/^.{2}\d{6}.{10}$/.test(code) || !Array.from(code).every((each) => alphabet.includes(each))) return 'characters'
  const isRight =
    creditCheckCharacter(code.slice(0, 17)) === code[17] && organisationCheckCharacter(code.slice(8, 16)) === code[16]
  return isRight ? undefined : 'check-digit'
}
