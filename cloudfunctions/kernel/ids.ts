import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A new id: 20 characters, 120 random bits, not guessable. */
export function makeId(): string {
  return randomBytes(15).toString('base64url')
}

/** `length` random decimal digits. */
export function makeDigits(length: number): string {
  return Array.from({ length }, () => String(randomInt(10))).join('')
}

/** `count` random whole numbers from 0 to below `below`. */
export function makeNumbers(count: number, below: number): readonly number[] {
  return Array.from({ length: count }, () => randomInt(below))
}

/** A short stable id made of parts, for documents that must exist once. */
export function derivedId(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 32)
}
