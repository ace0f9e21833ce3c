import type { DraftView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { applicantFields } from '@shared/domain/applicant'
import type { CivilDate } from '@shared/domain/civil-time'
import { partKey } from '@shared/domain/correction-notice'
import { checkAnswer, tidyAnswers } from '@shared/domain/form-answers'
import {
  applicableFields,
  applicableMaterials,
  type FormAnswers,
  type FormField,
  type Material,
} from '@shared/domain/item'
import type { DraftContent } from '../draft-autosave'
import { copy } from './copy'

/** The questions that apply to what is answered so far; an answer that no longer applies opens none. */
export function askedFields(guide: Pick<Guide, 'fields'>, answers: FormAnswers): readonly FormField[] {
  return applicableFields(guide, tidyAnswers(guide.fields, answers))
}

/** 情形: the materials that apply to what is answered so far. */
export function askedMaterials(guide: Pick<Guide, 'fields' | 'materials'>, answers: FormAnswers): readonly Material[] {
  return applicableMaterials(guide, tidyAnswers(guide.fields, answers))
}

/** What is missing or wrong before it can be sent in, in the order of the pages: part key → sentence. The server checks the same. */
export function draftProblems(
  guide: Pick<Guide, 'fields' | 'materials'>,
  { applicant, answers }: DraftContent,
  materials: DraftView['materials'],
  today: CivilDate,
): ReadonlyMap<string, string> {
  const problems = new Map<string, string>()
  const note = (key: string, sentence: string | undefined) => {
    if (sentence !== undefined) problems.set(key, sentence)
  }
  for (const field of applicantFields) {
    note(partKey({ part: 'applicant', code: field.code }), checkAnswer(field, applicant[field.code], today))
  }
  for (const field of askedFields(guide, answers)) {
    note(partKey({ part: 'field', code: field.code }), checkAnswer(field, answers[field.code] ?? '', today))
  }
  for (const { code, name, required } of askedMaterials(guide, answers)) {
    const isMissing = required && (materials[code] ?? []).length === 0
    note(partKey({ part: 'material', code }), isMissing ? copy.missingFile(name) : undefined)
  }
  return problems
}

/** Which step of the stepper a part stands on. */
export function stepOfPart(key: string): number {
  if (key.startsWith('material:')) return 2
  return key.startsWith('field:') || key.startsWith('applicant:') ? 1 : 0
}

/** The id of a part's element on its step. */
export function elementOfPart(key: string): string {
  const [part = '', code = ''] = key.split(':')
  if (part === 'field' || part === 'applicant') return `${part}-${code}-part`
  return part === 'material' ? `material-${code}` : 'channel'
}
