import type { ApplicationClock, ApplicationState, queueOfState } from '@shared/domain/application-workflow'
import type { CivilDate } from '@shared/domain/civil-time'
import type { CorrectionMark } from '@shared/domain/correction-notice'
import type { Deadline } from '@shared/domain/deadline'
import type { Channel, FileKind, FormAnswers } from '@shared/domain/item'
import type { AuditHead } from '../kernel/audit'
import { collection, type Stored } from '../kernel/database'
import type { Sealed } from '../kernel/sealed'

/** The applicant's own details. */
export interface Applicant {
  readonly name: string
  readonly identityNumber: string
  readonly phone: string
}
/** What is sealed as one: nothing the person typed stands in the database in the clear. */
export interface Content {
  readonly applicant: Applicant
  readonly answers: FormAnswers
}

export interface StoredFile {
  readonly id: string
  /** The name it had on the person's phone: people put their own into it. */
  readonly name: Sealed
  readonly kind: FileKind
  readonly bytes: number
  readonly width?: number
  readonly height?: number
  readonly sha256: string
  /** The object in storage, `cloud://…`. */
  readonly object: string
}
/** Material code → its files. */
export type Materials = Readonly<Record<string, readonly StoredFile[]>>

/** One person's one draft of an item; `_id` is derived from both, so that there cannot be two. */
export interface Draft extends Stored {
  readonly ownerId: string
  readonly itemCode: string
  readonly itemName: string
  readonly itemVersion: number
  readonly channel: Channel
  readonly content: Sealed
  readonly materials: Materials
  /** What a newer guide asks again: part keys, `channel`. */
  readonly changedParts: readonly string[]
  readonly revision: number
  readonly savedAt: number
  readonly keptUntil: CivilDate
  /** The next day the timer looks at it: a warning or the end. */
  readonly wakeOn: CivilDate
}
export const drafts = collection<Draft>('applications_drafts')

export interface StoredRound {
  readonly marks: readonly CorrectionMark[]
  readonly noticedAt: number
  readonly dueOn: CivilDate
  readonly changed?: readonly string[]
  readonly resubmittedAt?: number
}

export interface Application extends Stored {
  readonly receiptNumber: string
  readonly ownerId: string
  readonly itemCode: string
  readonly itemVersion: number
  readonly itemName: string
  readonly department: string
  readonly channel: Channel
  readonly state: ApplicationState
  /** Counts the steps and what is decided on; an action names the one it saw. Looks and leases do not count (decision 0005). */
  readonly version: number
  readonly content: Sealed
  readonly materials: Materials
  /** While correcting: uploads for marked parts, not sent in yet. */
  readonly replacements: Materials
  /** What the last correction replaced. */
  readonly before?: { readonly content: Sealed; readonly materials: Materials }
  readonly rounds: readonly StoredRound[]
  readonly claimedBy: string
  readonly claimantName: string
  /** When the claim lapses (ms); 0 = unclaimed. */
  readonly claimUntil: number
  /** Staff whose look since the last claim is in the chain, the claimant among them. */
  readonly seenBy: readonly string[]
  readonly clocks: Partial<Readonly<Record<ApplicationClock, Deadline>>>
  readonly outcome?: { readonly reason: string; readonly rightAuthority?: string; readonly remedies?: string }
  readonly submittedAt: number
  readonly updatedAt: number
  readonly audit: AuditHead
  // Derived, for the indexes of the lists; written by `move` and `submit` only.
  readonly queue: (typeof queueOfState)[ApplicationState]
  readonly ownerOrder: string
  readonly queueOrder: string
  /** The last day of the deadline whose end the timer acts on; '' = none. */
  readonly wakeOn: CivilDate
}
export const applications = collection<Application>('applications')

/** An upload: announced, then taken in. Ready ones keep their object until draft or retention end. */
export interface Upload extends Stored {
  readonly ownerId: string
  readonly targetKind: 'draft' | 'correction'
  readonly targetId: string
  readonly material: string
  readonly name: Sealed
  readonly stagingPath: string
  readonly file: StoredFile | null
  /** When an upload that was never finished is cleared away (ms); 0 = finished. */
  readonly expiresAt: number
}
export const uploads = collection<Upload>('applications_uploads')
