import * as v from 'valibot'
import { applicantFields } from '@shared/domain/applicant'
import type { CivilDate } from '@shared/domain/civil-time'
import { partKey } from '@shared/domain/correction-notice'
import { checkAnswer, tidyAnswers } from '@shared/domain/form-answers'
import {
  applicableFields,
  applicableMaterials,
  channels,
  type Channel,
  type FormAnswers,
  type FormField,
  type Item,
  type Material,
} from '@shared/domain/item'

const applicant = v.object({ name: v.string(), identityNumber: v.string(), phone: v.string() })
const draft = v.object({
  itemCode: v.string(),
  channel: v.picklist(Object.keys(channels) as [Channel, ...Channel[]]),
  applicant,
  answers: v.record(v.string(), v.string()),
  /** Codes of the materials received on paper. */
  received: v.array(v.string()),
})
/** What is taken in for somebody who stands at the window. */
export type IntakeDraft = v.InferOutput<typeof draft>

const keptDrafts = v.object({ date: v.string(), drafts: v.record(v.string(), draft) })
/** The drafts of one day: for the person of a queue number, or for nobody in particular. */
export type IntakeDrafts = v.InferOutput<typeof keptDrafts>

export const emptyApplicant: IntakeDraft['applicant'] = { name: '', identityNumber: '', phone: '' }

/** What was kept today; of an earlier day, or of another shape, nothing is left. */
export function draftsOfToday(kept: unknown, today: CivilDate): IntakeDrafts {
  const parsed = v.safeParse(keptDrafts, kept)
  return parsed.success && parsed.output.date === today ? parsed.output : { date: today, drafts: {} }
}

/** The questions that apply to what is answered so far; an answer that no longer applies opens none. */
export function askedFields(guide: Pick<Item, 'fields'>, answers: FormAnswers): readonly FormField[] {
  return applicableFields(guide, tidyAnswers(guide.fields, answers))
}

/** The materials that apply to what is answered so far. */
export function askedMaterials(guide: Pick<Item, 'fields' | 'materials'>, answers: FormAnswers): readonly Material[] {
  return applicableMaterials(guide, tidyAnswers(guide.fields, answers))
}

/** What is missing or wrong in the form: part key → sentence. The server checks the same. */
export function formProblems(
  guide: Pick<Item, 'fields'>,
  { applicant: person, answers }: Pick<IntakeDraft, 'applicant' | 'answers'>,
  today: CivilDate,
): ReadonlyMap<string, string> {
  const problems = new Map<string, string>()
  const check = (key: string, field: FormField, answer: string) => {
    const sentence = checkAnswer(field, answer, today)
    if (sentence !== undefined) problems.set(key, sentence)
  }
  for (const field of applicantFields) {
    check(partKey({ part: 'applicant', code: field.code }), field, person[field.code])
  }
  for (const field of askedFields(guide, answers)) {
    check(partKey({ part: 'field', code: field.code }), field, answers[field.code] ?? '')
  }
  return problems
}

/** The materials that have to be there and are not. */
export function missingMaterials(
  guide: Pick<Item, 'fields' | 'materials'>,
  { answers, received }: Pick<IntakeDraft, 'answers' | 'received'>,
): readonly Material[] {
  return askedMaterials(guide, answers).filter(({ code, required }) => required && !received.includes(code))
}

/** What goes to the server: the answers in their stored form, and no material that no longer applies. */
export function readyIntake(
  guide: Pick<Item, 'fields' | 'materials'>,
  intake: IntakeDraft,
): { readonly answers: Record<string, string>; readonly compared: string[] } {
  return {
    answers: { ...tidyAnswers(guide.fields, intake.answers) },
    compared: askedMaterials(guide, intake.answers)
      .map(({ code }) => code)
      .filter((code) => intake.received.includes(code)),
  }
}
