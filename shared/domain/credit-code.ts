/** GB 32100-2015: the 31 characters without I O Z S V, in the order of their values. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const length = 18

/** The check character of the first 17: weights 3^i modulo 31. */
export function creditCheckCharacter(first17: string): string {
  let weight = 1
  let sum = 0
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

/** As it is stored: no spaces, upper case. */
export function normaliseCreditCode(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

/** What is wrong with a unified social credit code, or undefined. */
export function checkCreditCode(text: string): 'length' | 'characters' | 'check-digit' | undefined {
  const code = normaliseCreditCode(text)
  if (code.length !== length) return 'length'
  if (![...code].every((character) => alphabet.includes(character))) return 'characters'
  return creditCheckCharacter(code.slice(0, 17)) === code[17] ? undefined : 'check-digit'
}
