import { isMobileNumber } from '@shared/domain/phone-number'
import { sendWords as words } from './copy'
import type { ComplaintForm } from './complaint-form'

export type Problems = Partial<Readonly<Record<keyof ComplaintForm | 'consented', string>>>

/** What is wrong with a complaint before it is sent, by field, in the order of the form. */
export function problemsOf(form: ComplaintForm, consented: boolean): Problems {
  return {
    ...(form.kind === '' ? { kind: words.noKind } : {}),
    ...tooShort('subject', form.subject, 4),
    ...tooShort('text', form.text, 10),
    ...(form.complainedOf.trim() === '' ? {} : tooShort('complainedOf', form.complainedOf, 2)),
    ...tooShort('name', form.name, 2),
    ...(isMobileNumber(form.phone) ? {} : { phone: words.phoneWrong }),
    ...(consented ? {} : { consented: words.consentMissing }),
  }
}

function tooShort(field: keyof ComplaintForm, typed: string, least: number): Problems {
  const { length } = typed.trim()
  if (length >= least) return {}
  return { [field]: length === 0 ? words.missing : words.tooShort(least) }
}
