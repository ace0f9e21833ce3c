import { normaliseIdentityNumber } from '@shared/domain/identity-number'
import { lookupHash } from '../kernel/sealed'

/** Under which a person's applications are found by their identity number, without storing it. */
export function identityHashOf(identityNumber: string): string {
  return lookupHash('applications.identity-number', normaliseIdentityNumber(identityNumber))
}
