import type { QuickPhrases } from '@shared/contracts/catalogue'
import type { CorrectionMark } from '@shared/domain/correction-notice'

/** What the parts of a case need to be marked: what may be, what is, and which mark is being written. */
export interface NoticeWriting {
  /** Whether this person may write a notice now at all. */
  readonly isOpen: boolean
  /** Keys of the parts a notice may name. */
  readonly markable: ReadonlySet<string>
  readonly marks: readonly CorrectionMark[]
  /** Key of the part whose mark is being written. */
  readonly writing: string | undefined
  readonly phrases: QuickPhrases | undefined
  readonly hasNoPhrases: boolean
  readonly write: (key: string | undefined) => void
  readonly put: (mark: CorrectionMark) => void
  readonly remove: (key: string) => void
}
