import type { FormField } from '@shared/domain/item'
import { maskIdentityNumber, maskPhone } from '@shared/domain/masking'

/** An answer as it stands on a screen that others may see: numbers of people are masked. */
export function masked(field: FormField, answer: string): string {
  if (field.type === 'identity-number') return maskIdentityNumber(answer)
  return field.type === 'phone' ? maskPhone(answer) : answer
}
