/** `450***********1234`: the first three and last four of an identity number, everything of a short text hidden. */
export function maskIdentityNumber(text: string): string {
  return text.length < 11 ? '*'.repeat(text.length) : `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}`
}

/** `138****8000` */
export function maskPhone(text: string): string {
  return text.length < 9 ? '*'.repeat(text.length) : `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}`
}
