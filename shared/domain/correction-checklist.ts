import { applicantFields } from './applicant'
import type { CivilDate } from './civil-time'
import { partKey, type CorrectionMark, type PartKind } from './correction-notice'
import { checkAnswer, tidyAnswers } from './form-answers'
import {
  applicableFields,
  applicableMaterials,
  type FormAnswers,
  type FormField,
  type Item,
  type Material,
} from './item'

/** The applicant's own details as they stand in an application. */
export type ApplicantDetails = Readonly<Record<(typeof applicantFields)[number]['code'], string>>

/** An application while its applicant corrects it. */
export interface CorrectionInHand {
  readonly item: Pick<Item, 'fields' | 'materials'>
  /** What was sent in before. */
  readonly before: { readonly applicant: ApplicantDetails; readonly answers: FormAnswers }
  /** The running notice. */
  readonly marks: readonly CorrectionMark[]
  /** What was typed since; only what was touched. */
  readonly typed: { readonly applicant: Partial<ApplicantDetails>; readonly answers: FormAnswers }
  /** How many new files there are by material. */
  readonly replaced: Readonly<Record<string, number>>
}

/**
 * One thing of a correction.
 * `untouched` still as it was, or not given yet · `wrong` changed, but not right · `done` · `optional` newly asked for
 * and may stay empty · `dropped` no longer asked for by what is typed now.
 */
export interface CorrectionEntry {
  readonly key: string
  readonly part: PartKind
  readonly code: string
  readonly label: string
  readonly field?: FormField
  readonly material?: Material
  /** The reviewer's words; absent for what a corrected answer newly asks for. */
  readonly mark?: CorrectionMark
  readonly standing: 'untouched' | 'wrong' | 'done' | 'optional' | 'dropped'
  /** What is wrong with what is typed. */
  readonly problem?: string
}

/**
 * Everything a correction consists of: the marked parts in the notice's order, then what the corrected answers newly ask
 * for in the guide's order. The server decides by the same rule (行政许可法 art. 32: only what the one notice names): it
 * takes the correction when no entry is untouched or wrong.
 */
export function correctionChecklist(hand: CorrectionInHand, today: CivilDate): readonly CorrectionEntry[] {
  const { item, before, marks, replaced } = hand
  const answers = answersNow(hand)
  const fieldsNow = applicableFields(item, answers)
  const materialsNow = applicableMaterials(item, answers)
  const fieldsBefore = applicableFields(item, before.answers)
  const materialsBefore = applicableMaterials(item, before.answers)
  const marked = new Set(marks.map(partKey))
  const isNew = (part: PartKind, code: string) => !marked.has(partKey({ part, code }))

  const fieldEntry = (field: FormField, mark?: CorrectionMark): CorrectionEntry => {
    const base = { ...entryBase('field', field, mark), field }
    if (!fieldsNow.includes(field)) return { ...base, standing: 'dropped' }
    const [old = '', now = ''] = [before.answers[field.code], answers[field.code]]
    return {
      ...base,
      ...standingOf(field, fieldsBefore.includes(field) ? old : '', now, hand.typed.answers[field.code], mark, today),
    }
  }
  const materialEntry = (material: Material, mark?: CorrectionMark): CorrectionEntry => {
    const base = { ...entryBase('material', { code: material.code, label: material.name }, mark), material }
    if (!materialsNow.includes(material)) return { ...base, standing: 'dropped' }
    if ((replaced[material.code] ?? 0) > 0) return { ...base, standing: 'done' }
    return { ...base, standing: mark !== undefined || material.required ? 'untouched' : 'optional' }
  }
  const applicantEntry = (mark: CorrectionMark): readonly CorrectionEntry[] =>
    applicantFields
      .filter(({ code }) => code === mark.code)
      .map((field) => {
        const old = before.applicant[field.code]
        const typed = hand.typed.applicant[field.code]
        const now = typed === undefined ? old : tidied(field, typed)
        return { ...entryBase('applicant', field, mark), field, ...standingOf(field, old, now, typed, mark, today) }
      })

  const markedEntries = marks.flatMap((mark): readonly CorrectionEntry[] => {
    switch (mark.part) {
      case 'applicant':
        return applicantEntry(mark)
      case 'field':
        return item.fields.filter(({ code }) => code === mark.code).map((field) => fieldEntry(field, mark))
      case 'material':
        return item.materials.filter(({ code }) => code === mark.code).map((material) => materialEntry(material, mark))
    }
  })
  return [
    ...markedEntries,
    ...fieldsNow
      .filter((field) => !fieldsBefore.includes(field) && isNew('field', field.code))
      .map((field) => fieldEntry(field)),
    ...materialsNow
      .filter((material) => !materialsBefore.includes(material) && isNew('material', material.code))
      .map((material) => materialEntry(material)),
  ]
}

function entryBase(
  part: PartKind,
  { code, label }: { readonly code: string; readonly label: string },
  mark: CorrectionMark | undefined,
) {
  return { key: partKey({ part, code }), part, code, label, ...(mark === undefined ? {} : { mark }) }
}

function standingOf(
  field: FormField,
  old: string,
  now: string,
  typed: string | undefined,
  mark: CorrectionMark | undefined,
  today: CivilDate,
): Pick<CorrectionEntry, 'standing' | 'problem'> {
  if (now === old) {
    if (now === '' && mark === undefined && !field.required) return { standing: 'optional' }
    return { standing: 'untouched' }
  }
  const problem = checkAnswer(field, typed ?? now, today)
  return problem === undefined ? { standing: 'done' } : { standing: 'wrong', problem }
}

/**
 * The answers as they would be stored, the corrected ones among them. What was typed for a question that stood in the
 * form before and is not marked does not count: nothing else may be edited.
 */
function answersNow({ item, before, marks, typed }: Omit<CorrectionInHand, 'replaced'>): FormAnswers {
  const marked = new Set(marks.map(partKey))
  const asked = new Set(applicableFields(item, before.answers).map(({ code }) => code))
  const open = Object.entries(typed.answers).filter(
    ([code]) => marked.has(partKey({ part: 'field', code })) || !asked.has(code),
  )
  return tidyAnswers(item.fields, { ...before.answers, ...Object.fromEntries(open) })
}

/** How far a correction is: what has to be done, and what of it is. */
export function correctionProgress(entries: readonly CorrectionEntry[]): {
  readonly done: number
  readonly all: number
} {
  const counted = entries.filter(({ standing }) => standing !== 'optional' && standing !== 'dropped')
  return { done: counted.filter(({ standing }) => standing === 'done').length, all: counted.length }
}

/**
 * What is sent in: the parts of the checklist that were changed, in the form they are stored in. A wrong one goes along,
 * so that the server judges the same correction as the page.
 */
export function correctionToSend(
  hand: CorrectionInHand,
  today: CivilDate,
): { readonly answers: Record<string, string>; readonly applicant: Partial<Record<keyof ApplicantDetails, string>> } {
  const entries = correctionChecklist(hand, today)
  const answers = answersNow(hand)
  const isChanged = ({ standing }: CorrectionEntry) => standing === 'done' || standing === 'wrong'
  const changedFields = entries.filter((entry) => entry.part === 'field' && isChanged(entry))
  const changedDetails = applicantFields.flatMap((field) => {
    const typed = hand.typed.applicant[field.code]
    const wasChanged = entries.some(
      (entry) => entry.part === 'applicant' && entry.code === field.code && isChanged(entry),
    )
    return typed === undefined || !wasChanged ? [] : [[field.code, tidied(field, typed)]]
  })
  return {
    answers: Object.fromEntries(changedFields.map(({ code }) => [code, answers[code] ?? ''])),
    applicant: Object.fromEntries(changedDetails) as Partial<Record<keyof ApplicantDetails, string>>,
  }
}

const tidied = (field: FormField, typed: string) => tidyAnswers([field], { [field.code]: typed })[field.code] ?? ''
