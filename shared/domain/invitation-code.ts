/**
 * The one-time code that binds a member of staff to their WeChat account: ten characters that are not mistaken for one
 * another when read from paper, the last one a check character, so that a slip is noticed before the server is asked.
 */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 10

/** Days a code can be used (the centre's rule). */
export const invitationDays = 7

/** A code from nine random numbers, each 0…31. @throws RangeError for other numbers */
export function makeInvitationCode(random: readonly number[]): string {
  const letters = random.map((number) => alphabet[number])
  if (letters.length !== length - 1 || letters.includes(undefined))
    throw new RangeError('nine numbers from 0 to 31 make a code')
  const body = letters.join('')
  return body + checkCharacter(body)
}

/** As it is stored and compared: upper case, without spaces and dashes, half-width; what only looks alike is put right. */
export function normaliseInvitationCode(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/[O]/g, '0').replace(/[I]/g, '1')
}

/** Whether it can be a code at all: length, characters and check character. */
export function isInvitationCode(text: string): boolean {
  const code = normaliseInvitationCode(text)
  return (
    code.length === length &&
    Array.from(code).every((letter) => alphabet.includes(letter)) &&
    checkCharacter(code.slice(0, -1)) === code.at(-1)
  )
}

/** As it is printed: `ABCDE-FGHJK`. */
export function formatInvitationCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** ISO 7064 hybrid MOD 33,32: notices every single wrong character and every swap of neighbours. */
function checkCharacter(body: string): string {
  const size = alphabet.length
  let product = size
  for (const letter of body) {
    const sum = (product + alphabet.indexOf(letter)) % size
    product = ((sum === 0 ? size : sum) * 2) % (size + 1)
  }
  return alphabet[(size + 1 - product) % size] ?? ''
}
