import type { CivilDate } from '@shared/domain/civil-time'
import { identityNumberSentence } from '@shared/domain/form-answers'
import { normaliseIdentityNumber } from '@shared/domain/identity-number'
import { isMobileNumber } from '@shared/domain/phone-number'
import { copy } from '../copy'

/** In the order of the form. */
export const details = ['name', 'identityNumber', 'phone'] as const
export type Detail = (typeof details)[number]
export type Details = Readonly<Record<Detail, string>>

/** What is wrong with each, as a sentence that says what to do. */
export function checkDetails(
  { name, identityNumber, phone }: Details,
  today: CivilDate,
): Partial<Record<Detail, string>> {
  const length = Array.from(name.trim()).length
  const identity = identityNumberSentence(identityNumber, today)
  return {
    ...(length < 2 || length > 30 ? { name: copy.profile.missingName } : {}),
    ...(identity === undefined ? {} : { identityNumber: identity }),
    ...(isMobileNumber(phone) ? {} : { phone: copy.profile.wrongPhone }),
  }
}

/** How many characters of an identity number are typed, without spaces. */
export function identityProgress(text: string): number {
  return normaliseIdentityNumber(text).length
}
