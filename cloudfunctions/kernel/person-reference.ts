import { lookupHash } from './sealed'

/** How pages and audit chains name a person: the same everywhere, and not the account itself. 16 characters. */
export function personReference(openid: string): string {
  return lookupHash('actor', openid).slice(0, 16)
}
