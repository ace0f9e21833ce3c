/** A mobile number of the mainland as people type it, brought to 11 digits. */
export function normalisePhone(text: string): string {
  return text.replace(/[\s-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, '')
}

/** Whether it is a mobile number of the mainland: 11 digits, 13… to 19…. */
export function isMobileNumber(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(normalisePhone(text))
}
