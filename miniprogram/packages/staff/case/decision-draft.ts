import * as v from 'valibot'
import { suspensionReasons, type ApplicationAction, type SuspensionReason } from '@shared/domain/application-workflow'

/**
 * What is written on an accepted case before a step is taken: kept on the device while it is written, for this person
 * alone, and never sent before it is confirmed.
 */
export interface DecisionDraft {
  readonly documentNumber: string
  readonly note: string
  readonly refusal: string
  /** A reason of the law, '' = not chosen yet. */
  readonly suspension: SuspensionReason | ''
  readonly explanation: string
  /** As it is typed. */
  readonly days: string
  readonly extension: string
}

export const noDecision: DecisionDraft = {
  documentNumber: '',
  note: '',
  refusal: '',
  suspension: '',
  explanation: '',
  days: '',
  extension: '',
}

const stored = v.object({
  documentNumber: v.string(),
  note: v.string(),
  refusal: v.string(),
  suspension: v.picklist(['', ...(Object.keys(suspensionReasons) as SuspensionReason[])]),
  explanation: v.string(),
  days: v.string(),
  extension: v.string(),
})

/** What was kept, or nothing written when it is not readable. */
export function restoredDecision(kept: unknown): DecisionDraft {
  const parsed = v.safeParse(stored, kept)
  return parsed.success ? parsed.output : noDecision
}

/** What a step has used up; the rest stays for another step. */
const usedBy: Readonly<Partial<Record<ApplicationAction, readonly (keyof DecisionDraft)[]>>> = {
  suspend: ['suspension', 'explanation', 'days'],
  extend: ['extension'],
  approve: Object.keys(noDecision) as (keyof DecisionDraft)[],
  deny: Object.keys(noDecision) as (keyof DecisionDraft)[],
}

/** What is left of it after a step. */
export function afterStep(draft: DecisionDraft, action: ApplicationAction): DecisionDraft {
  const used = usedBy[action] ?? []
  return { ...draft, ...Object.fromEntries(used.map((part) => [part, noDecision[part]])) }
}

export const isUnwritten = (draft: DecisionDraft): boolean => Object.values(draft).every((part) => part === '')

/** Characters a reason has at least: a word is no reason. */
const shortestReason = 5
export const isReason = (typed: string): boolean => typed.trim().length >= shortestReason

/** The longest a suspension may be expected to last (working days), as the server takes it. */
const longestSuspension = 180

/** Typed working days as a number; undefined when they are none from 1 to 180. */
export function expectedDays(typed: string): number | undefined {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  return days >= 1 && days <= longestSuspension ? days : undefined
}
