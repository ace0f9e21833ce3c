import type { AccountProps } from './account-props'

/** In WeChat nobody signs in or out. */
export function Account(_props: AccountProps) {
  return null
}
