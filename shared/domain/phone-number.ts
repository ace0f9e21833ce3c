/**
 * A mobile number of the mainland as people type it, brought to its 11 digits: full-width digits, spaces, hyphens and
 * +86 / 0086 / 86 go. What is no mobile number comes back without spaces and hyphens.
 */
export function normalisePhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-‐-―−()]/g, '')
    .replace(/^(?:\+86|0086|86)(?=1\d{10}$)/, '')
}

/** Whether it is a mobile number of the mainland: 11 digits from 13… to 19… (工信部, 电信网编号计划 2017). */
export function isMobileNumber(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(normalisePhone(text))
}
