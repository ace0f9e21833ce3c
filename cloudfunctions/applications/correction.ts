import type { CivilDate } from '@shared/domain/civil-time'
import { editableParts } from '@shared/domain/correction-notice'
import { tidyAnswers } from '@shared/domain/form-answers'
import { normaliseIdentityNumber } from '@shared/domain/identity-number'
import { applicableFields, applicableMaterials, type FormAnswers, type Item } from '@shared/domain/item'
import { normalisePhone } from '@shared/domain/phone-number'
import { fail, type Failure } from '../kernel/operation'
import { missingParts } from './completeness'
import { openContent } from './content'
import type { Applicant, Application, Content, Materials } from './store'

/** A correction ready to be sent in: the new content, and which parts really differ (by part key). */
export interface Correction {
  readonly content: Content
  readonly materials: Materials
  readonly changed: readonly string[]
}

/**
 * Sets what the applicant sends in against the notice: marked parts must differ now, parts that a corrected answer
 * newly asks for may be added, everything else must stay as it was.
 */
export function correct(
  application: Application,
  item: Pick<Item, 'fields' | 'materials'>,
  sent: { readonly answers: FormAnswers; readonly applicant: Partial<Applicant> },
  today: CivilDate,
): Correction | Failure<'PART_NOT_MARKED' | 'INCOMPLETE'> {
  const old = openContent(application._id, application.content)
  const marked = editableParts(application.rounds)
  const answers = tidyAnswers(item.fields, { ...old.answers, ...sent.answers })
  const applicant = tidyApplicant({ ...old.applicant, ...sent.applicant })

  const appliesNow = asked(item, answers)
  const appliedBefore = asked(item, old.answers)
  const isOpen = (key: string) => marked.has(key) || (appliesNow.has(key) && !appliedBefore.has(key))
  const changedFields = [...new Set([...Object.keys(old.answers), ...Object.keys(answers)])]
    .filter((code) => old.answers[code] !== answers[code])
    .map((code) => `field:${code}`)
  const changedApplicant = applicantKeys
    .filter((key) => old.applicant[key] !== applicant[key])
    .map((key) => `applicant:${key}`)
  const changedMaterials = Object.entries(application.replacements)
    .filter(([code, files]) => files.length > 0 && appliesNow.has(`material:${code}`))
    .map(([code]) => `material:${code}`)
  const changed = [...changedFields, ...changedApplicant, ...changedMaterials]

  // An answer that no longer applies goes by itself; nobody edited it.
  const edited = changed.filter((key) => appliesNow.has(key) || key.startsWith('applicant:'))
  const unmarked = edited.filter((key) => !isOpen(key))
  if (unmarked.length > 0) return fail('PART_NOT_MARKED', sentences(unmarked, '这一处没有要求补正，请恢复原来的内容'))
  const untouched = [...marked].filter(
    (key) => (appliesNow.has(key) || key.startsWith('applicant:')) && !changed.includes(key),
  )
  if (untouched.length > 0) return fail('INCOMPLETE', sentences(untouched, '请按通知修改这一处'))

  const materials = Object.fromEntries(
    Object.entries({ ...application.materials, ...application.replacements }).filter(
      ([code, files]) => files.length > 0 && appliesNow.has(`material:${code}`),
    ),
  )
  const content = { applicant, answers }
  // What was not marked was in order when it was sent in: a date that has passed meanwhile must not lock the applicant out.
  const missing = Object.fromEntries(
    Object.entries(missingParts(item, content, materials, today)).filter(([key]) => isOpen(key)),
  )
  return Object.keys(missing).length > 0 ? fail('INCOMPLETE', missing) : { content, materials, changed: edited }
}

const applicantKeys = ['name', 'identityNumber', 'phone'] as const

/** The applicant's details as they are stored. */
export function tidyApplicant(applicant: Applicant): Applicant {
  return {
    name: applicant.name.trim(),
    identityNumber: normaliseIdentityNumber(applicant.identityNumber),
    phone: normalisePhone(applicant.phone),
  }
}

function asked(item: Pick<Item, 'fields' | 'materials'>, answers: FormAnswers): ReadonlySet<string> {
  return new Set([
    ...applicableFields(item, answers).map(({ code }) => `field:${code}`),
    ...applicableMaterials(item, answers).map(({ code }) => `material:${code}`),
  ])
}

const sentences = (keys: readonly string[], sentence: string) => Object.fromEntries(keys.map((key) => [key, sentence]))
