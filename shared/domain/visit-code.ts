/**
 * The visit code 到访码 of an appointment. Scanned it is the appointment's id with the server's seal; typed it is eight
 * characters that are not mistaken for one another when somebody reads them out.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** How many random numbers, each from 0 to below `visitCodeLetters`, make a typed code. */
export const visitCodeLength = 8
export const visitCodeLetters = alphabet.length

/** A typed code from eight random numbers. @throws RangeError for other numbers */
export function makeTypedVisitCode(random: readonly number[]): string {
  const letters = random.map((number) => alphabet[number])
  if (letters.length !== visitCodeLength || letters.includes(undefined))
    throw new RangeError(`${String(visitCodeLength)} numbers below ${String(visitCodeLetters)} make a visit code`)
  return letters.join('')
}

/** As it is compared: half-width, upper case, without spaces and dashes. */
export function normaliseTypedVisitCode(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
}

/** Whether it can be a typed code at all. */
export function isTypedVisitCode(text: string): boolean {
  const code = normaliseTypedVisitCode(text)
  return code.length === visitCodeLength && Array.from(code).every((letter) => alphabet.includes(letter))
}

/** What the QR holds: `id.seal`. */
export function scannedVisitCode(appointmentId: string, seal: string): string {
  return `${appointmentId}.${seal}`
}

/** The two parts of what was scanned; undefined when it is no visit code. */
export function readScannedVisitCode(
  text: string,
): { readonly appointmentId: string; readonly seal: string } | undefined {
  const [, appointmentId, seal] = /^([\w-]{8,64})\.([\w-]{16,64})$/.exec(text.trim()) ?? []
  return appointmentId === undefined || seal === undefined ? undefined : { appointmentId, seal }
}
