import type { CivilDate } from '@shared/domain/civil-time'
import { checkAnswers, identityNumberSentence, tidyAnswers } from '@shared/domain/form-answers'
import { applicableMaterials, type Item } from '@shared/domain/item'
import { isMobileNumber } from '@shared/domain/phone-number'
import type { Content, Materials } from './store'

/** What is missing or wrong before an application may be sent in: part key → sentence; empty when complete. */
export function missingParts(
  item: Pick<Item, 'fields' | 'materials'>,
  content: Content,
  materials: Materials,
  today: CivilDate,
): Readonly<Record<string, string>> {
  const { applicant, answers } = content
  const problems: Record<string, string> = {}
  if (applicant.name.trim().length < 2) problems['applicant:name'] = '请填写姓名'
  const identity = identityNumberSentence(applicant.identityNumber, today)
  if (identity !== undefined) problems['applicant:identityNumber'] = identity
  if (!isMobileNumber(applicant.phone)) problems['applicant:phone'] = '请填写11位手机号码'
  for (const [code, sentence] of Object.entries(checkAnswers(item.fields, answers, today)))
    problems[`field:${code}`] = sentence
  for (const material of applicableMaterials(item, tidyAnswers(item.fields, answers))) {
    if (material.required && (materials[material.code] ?? []).length === 0)
      problems[`material:${material.code}`] = `请上传${material.name}`
  }
  return problems
}
