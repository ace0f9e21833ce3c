/** The first three and the last four of a text that has the form; of any other nothing but its length. */
function maskAs(text: string, form: RegExp): string {
  const characters = Array.from(text)
  if (!form.test(text)) return '*'.repeat(characters.length)
  return `${text.slice(0, 3)}${'*'.repeat(characters.length - 7)}${text.slice(-4)}`
}

/** `450***********1234`; of anything but 15 to 18 digits and X, such as a passport's number, nothing is shown. */
export function maskIdentityNumber(text: string): string {
  return maskAs(text, /^[0-9Xx]{15,18}$/)
}

/** `138****8000`; of anything but 11 digits nothing is shown. */
export function maskPhone(text: string): string {
  return maskAs(text, /^\d{11}$/)
}

/** `张**`, `A***`: the first character, and how many more there are. Of a single one nothing is shown. */
export function maskName(text: string): string {
  const [first, ...rest] = Array.from(text.trim())
  return first === undefined || rest.length === 0
    ? '*'.repeat(first === undefined ? 0 : 1)
    : first + '*'.repeat(rest.length)
}
