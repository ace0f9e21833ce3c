import { setting } from '../kernel/environment'
import { keyedHash } from '../kernel/sealed'

/**
 * The hash under which alone a code is known once it was shown.
 * @param code normalised
 * @param key LOOKUP_KEY of the deployment, in base64
 */
export function hashOfCode(code: string, key = setting('LOOKUP_KEY')): string {
  return keyedHash(key, 'staff.invitation', code)
}
