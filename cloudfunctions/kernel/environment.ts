/**
 * What a deployment sets; the only differences between a developer's machine and the cloud.
 * @throws Error naming the variable that is missing, at the first use.
 */
export function setting(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`Environment variable ${name} is not set`)
  return value
}

/** A setting with a default. */
export function settingOr(name: string, otherwise: string): string {
  const value = process.env[name]
  return value === undefined || value === '' ? otherwise : value
}
