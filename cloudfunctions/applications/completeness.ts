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
  const problems: Record<string, string> = { ...missingAnswers(item, content, today) }
  for (const material of applicableMaterials(item, tidyAnswers(item.fields, content.answers))) {
    if (material.required && (materials[material.code] ?? []).length === 0)
      problems[`material:${material.code}`] = `请上传${material.name}`
  }
  return problems
}

/** The same where everything is on paper at the window: what has to be filled in or handed over, and what compared. */
export function missingOnPaper(
  item: Pick<Item, 'fields' | 'materials'>,
  content: Content,
  handedOver: readonly string[],
  today: CivilDate,
): {
  readonly incomplete: Readonly<Record<string, string>>
  readonly notCompared: Readonly<Record<string, string>>
} {
  const incomplete: Record<string, string> = { ...missingAnswers(item, content, today) }
  const notCompared: Record<string, string> = {}
  for (const { code, name, required, originals } of applicableMaterials(
    item,
    tidyAnswers(item.fields, content.answers),
  )) {
    if (!required || handedOver.includes(code)) continue
    if (originals > 0) notCompared[`material:${code}`] = `请收取并核对${name}原件`
    else incomplete[`material:${code}`] = `请收取${name}`
  }
  return { incomplete, notCompared }
}

function missingAnswers(
  item: Pick<Item, 'fields'>,
  { applicant, answers }: Content,
  today: CivilDate,
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  if (applicant.name.trim().length < 2) problems['applicant:name'] = '请填写姓名'
  const identity = identityNumberSentence(applicant.identityNumber, today)
  if (identity !== undefined) problems['applicant:identityNumber'] = identity
  if (!isMobileNumber(applicant.phone)) problems['applicant:phone'] = '请填写11位手机号码'
  for (const [code, sentence] of Object.entries(checkAnswers(item.fields, answers, today)))
    problems[`field:${code}`] = sentence
  return problems
}
