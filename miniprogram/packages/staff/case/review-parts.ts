import type { ApplicationView, FileView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { answerText } from '@shared/domain/answer-text'
import { applicantParts, partKey, type CorrectionMark, type PartKind } from '@shared/domain/correction-notice'
import { applicableFields, applicableMaterials, type Material } from '@shared/domain/item'

/** What a reviewer looks at, one part after the other, with what it was before the last correction. */
export interface ReviewPart {
  readonly key: string
  readonly part: PartKind
  readonly code: string
  readonly label: string
  /** In the last correction: left as it was, edited, newly asked for, or asked for no more. */
  readonly change: 'none' | 'edited' | 'added' | 'gone'
  /** What earlier notices said of it. */
  readonly earlier: readonly (CorrectionMark & { readonly round: number })[]
}
export interface TextPart extends ReviewPart {
  readonly part: 'field' | 'applicant'
  /** In words; '' where nothing was answered. */
  readonly text: string
  /** Only for a part that changed. */
  readonly before?: string
}
export interface MaterialPart extends ReviewPart {
  readonly part: 'material'
  readonly material: Material
  readonly files: readonly FileView[]
  /** Only for a part that changed. */
  readonly before?: readonly FileView[]
}
export interface ReviewParts {
  readonly applicant: readonly TextPart[]
  readonly fields: readonly TextPart[]
  readonly materials: readonly MaterialPart[]
}

type Reviewed = Pick<ApplicationView, 'content' | 'before' | 'rounds'>
/** The numbers in full, after a logged look. */
export type Revealed = Pick<ApplicationView['content'], 'applicant' | 'answers'>

/**
 * The parts of an application in the guide's order. Whether one changed is told by the last round, never by comparing
 * texts: two masked numbers look alike.
 */
export function reviewParts(
  guide: Pick<Guide, 'fields' | 'materials'>,
  view: Reviewed,
  revealed?: Revealed,
): ReviewParts {
  const { content, before } = view
  const answers = revealed?.answers ?? content.answers
  const applicant = revealed?.applicant ?? content.applicant
  const changed = new Set(view.rounds.at(-1)?.changed ?? [])
  const settle = (
    part: PartKind,
    code: string,
    label: string,
    applies: { readonly now: boolean; readonly before: boolean },
  ) => {
    const key = partKey({ part, code })
    return {
      key,
      code,
      label,
      change: changeOf(changed.has(key), before === undefined, applies),
      earlier: earlierMarks(view.rounds, key),
    }
  }
  const appliesNow = (code: string) => (each: { readonly code: string }) => each.code === code
  const fieldsNow = applicableFields(guide, content.answers)
  const fieldsBefore = before === undefined ? [] : applicableFields(guide, before.answers)
  const materialsNow = applicableMaterials(guide, content.answers)
  const materialsBefore = before === undefined ? [] : applicableMaterials(guide, before.answers)
  return {
    applicant: (Object.keys(applicantParts) as (keyof typeof applicantParts)[]).map((code) => {
      const settled = settle('applicant', code, applicantParts[code], { now: true, before: true })
      return {
        ...settled,
        part: 'applicant',
        text: applicant[code],
        ...(settled.change === 'none' ? {} : { before: before?.applicant[code] ?? '' }),
      }
    }),
    fields: inGuideOrder(guide.fields, fieldsNow, fieldsBefore).map((field) => {
      const isNow = fieldsNow.some(appliesNow(field.code))
      const settled = settle('field', field.code, field.label, {
        now: isNow,
        before: fieldsBefore.some(appliesNow(field.code)),
      })
      return {
        ...settled,
        part: 'field',
        text: isNow ? answerText(field, answers[field.code] ?? '') : '',
        ...(settled.change === 'none' ? {} : { before: answerText(field, before?.answers[field.code] ?? '') }),
      }
    }),
    materials: inGuideOrder(guide.materials, materialsNow, materialsBefore).map((material) => {
      const isNow = materialsNow.some(appliesNow(material.code))
      const settled = settle('material', material.code, material.name, {
        now: isNow,
        before: materialsBefore.some(appliesNow(material.code)),
      })
      return {
        ...settled,
        part: 'material',
        material,
        files: isNow ? (content.materials[material.code] ?? []) : [],
        ...(settled.change === 'none' ? {} : { before: before?.materials[material.code] ?? [] }),
      }
    }),
  }
}

/** All parts one after the other, in the order of the page and of the notice. */
export function allParts(parts: ReviewParts): readonly ReviewPart[] {
  return [...parts.applicant, ...parts.fields, ...parts.materials]
}

function changeOf(
  isChanged: boolean,
  isFirstRound: boolean,
  applies: { readonly now: boolean; readonly before: boolean },
): ReviewPart['change'] {
  if (isFirstRound) return 'none'
  if (!applies.now) return 'gone'
  if (!applies.before) return 'added'
  return isChanged ? 'edited' : 'none'
}

function inGuideOrder<Part extends { readonly code: string }>(
  all: readonly Part[],
  now: readonly Part[],
  before: readonly Part[],
): readonly Part[] {
  const shown = new Set([...now, ...before].map(({ code }) => code))
  return all.filter(({ code }) => shown.has(code))
}

function earlierMarks(rounds: Reviewed['rounds'], key: string): ReviewPart['earlier'] {
  return rounds.flatMap(({ number, marks }) =>
    marks.filter((mark) => partKey(mark) === key).map((mark) => ({ ...mark, round: number })),
  )
}
