import type { ApplicationState } from '@shared/domain/application-workflow'
import type { By } from './program'

export type Input = Record<string, unknown>
/** A refusal that only this operation has: who asks what, and the code. */
export type Refusal = readonly [what: string, by: By, input: () => Input, code: string]

/** What tests/operations/bad-input knows of one operation. */
export interface Row {
  /** Who may do it, with an input that is right. */
  readonly by: By
  readonly input: () => Input
  /** Who asks for what is not theirs; or why nothing of anybody's is named. */
  readonly foreign: readonly Refusal[] | string
  /** What the workflow says about a case in each state, for those that are about one; undefined = it is allowed. */
  readonly inState?: {
    readonly input: (subject: { applicationId: string; version: number }) => Input
    readonly refusal: (state: ApplicationState) => string | undefined
  }
  readonly others?: readonly Refusal[]
}

/** The same input from a stranger and from staff elsewhere, who must not even learn that it exists. */
export const toOthers = (input: () => Input, code: string, others: readonly By[]): readonly Refusal[] =>
  others.map((by) => [`${String(by)} asks`, by, input, code])
