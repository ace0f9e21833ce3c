import type { FormAnswers, Item } from './item'
import { applicableFields, applicableMaterials } from './item'

/**
 * The one-notice rule 一次性告知. 行政许可法 art. 32(4) allows one notice that names everything; a second is possible
 * only for something the correction itself introduced. A notice may ask only for parts of the item's published guide.
 */

/** What can be wrong with a part; each carries its words for the applicant. */
export const defects = {
  unreadable: '不清晰',
  incomplete: '不完整',
  'missing-page': '缺页',
  'wrong-document': '材料不符',
  expired: '已过期',
  'missing-seal': '缺签章',
  'not-signed': '未签名',
  inconsistent: '与表单不一致',
  'wrong-value': '填写有误',
} as const
export type Defect = keyof typeof defects

/** A part of an application: a form field, a material, or one of the applicant's own details. */
export type PartKind = 'field' | 'material' | 'applicant'
export const applicantParts = { name: '姓名', identityNumber: '身份证件号码', phone: '手机号码' } as const

export interface CorrectionMark {
  readonly part: PartKind
  readonly code: string
  readonly defect: Defect
  /** What is wrong and what to do, in the reviewer's words; 1–200 characters. */
  readonly explanation: string
}

/** One round of correction. `changed` is filled when the applicant resubmits: what really differs from before. */
export interface CorrectionRound {
  readonly marks: readonly CorrectionMark[]
  readonly changed?: readonly string[]
}

/** `material:identity-card`: how a part is named in lists and sets. */
export function partKey(part: { readonly part: PartKind; readonly code: string }): string {
  return `${part.part}:${part.code}`
}

export type NoticeProblem =
  | { readonly code: 'EMPTY_NOTICE' }
  | { readonly code: 'PART_NOT_IN_GUIDE'; readonly part: string }
  | { readonly code: 'PART_TWICE'; readonly part: string }
  | { readonly code: 'PART_ALREADY_SETTLED'; readonly part: string }

/**
 * Checks a notice against the guide and the earlier rounds.
 * A first notice may mark any part that applies. A later one may mark only what the applicant changed in the last
 * correction; an old defect found late is the centre's fault, not the applicant's (`PART_ALREADY_SETTLED`).
 */
export function checkNotice(
  item: Pick<Item, 'fields' | 'materials'>,
  answers: FormAnswers,
  earlier: readonly CorrectionRound[],
  marks: readonly CorrectionMark[],
): NoticeProblem | undefined {
  if (marks.length === 0) return { code: 'EMPTY_NOTICE' }
  const published = publishedParts(item, answers)
  const open = markableParts(item, answers, earlier)
  const seen = new Set<string>()
  for (const mark of marks) {
    const key = partKey(mark)
    if (!published.has(key)) return { code: 'PART_NOT_IN_GUIDE', part: key }
    if (seen.has(key)) return { code: 'PART_TWICE', part: key }
    if (!open.has(key)) return { code: 'PART_ALREADY_SETTLED', part: key }
    seen.add(key)
  }
  return undefined
}

/** What the applicant may edit while correcting: the parts the running notice marked, by key. */
export function editableParts(rounds: readonly CorrectionRound[]): ReadonlySet<string> {
  const last = rounds.at(-1)
  return new Set(last === undefined || last.changed !== undefined ? [] : last.marks.map(partKey))
}

/** The parts a reviewer may still mark: all at first, afterwards only what the last correction changed. */
export function markableParts(
  item: Pick<Item, 'fields' | 'materials'>,
  answers: FormAnswers,
  rounds: readonly CorrectionRound[],
): ReadonlySet<string> {
  const last = rounds.at(-1)
  return last === undefined ? publishedParts(item, answers) : new Set(last.changed ?? [])
}

function publishedParts(item: Pick<Item, 'fields' | 'materials'>, answers: FormAnswers): ReadonlySet<string> {
  return new Set([
    ...applicableFields(item, answers).map((field) => partKey({ part: 'field', code: field.code })),
    ...applicableMaterials(item, answers).map((material) => partKey({ part: 'material', code: material.code })),
    ...Object.keys(applicantParts).map((code) => partKey({ part: 'applicant', code })),
  ])
}
