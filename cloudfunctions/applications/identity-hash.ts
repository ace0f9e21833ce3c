import { normaliseIdentityNumber } from '@shared/domain/identity-number'
import { lookupHash } from '../kernel/sealed'

/** Under which an application taken in on site is found by the person's identity number, without storing it. */
export function identityHashOf(identityNumber: string): string {
  return lookupHash('applications.identity-number', normaliseIdentityNumber(identityNumber))
}
