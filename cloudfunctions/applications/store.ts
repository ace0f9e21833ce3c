import type {
  ApplicationClock,
  ApplicationState,
  queueOfState,
  SuspensionReason,
} from '@shared/domain/application-workflow'
import type { CivilDate } from '@shared/domain/civil-time'
import type { CorrectionMark } from '@shared/domain/correction-notice'
import type { Deadline, DeadlineChange } from '@shared/domain/deadline'
import type { Channel, FileKind, FormAnswers } from '@shared/domain/item'
import type { ComparisonPlace } from '@shared/domain/originals'
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

export type Clocks = Partial<Readonly<Record<ApplicationClock, Deadline>>>

/** How a case came to be accepted 受理: on passing, at the window, at home, on site, by pledge, or because the law says so. */
export type AcceptanceWay = 'online' | 'window' | 'home' | 'on-site' | 'pledge' | 'by-law'

/** What was on the table when a case was accepted 原件核对: codes of materials of the guide it was sent in under. */
export interface Comparison {
  /** Those whose originals were seen and agree. */
  readonly compared: readonly string[]
  /** Those handed over on paper; nothing of them is uploaded. */
  readonly onPaper: readonly string[]
  readonly at: number
  readonly place: ComparisonPlace
  /** Who compared them. */
  readonly staffName: string
}

/** The clocks stand still (行政许可法 art. 45); they are kept here until they run again. */
export interface Suspension {
  readonly reason: SuspensionReason
  readonly explanation: string
  readonly expectedWorkingDays: number
  readonly since: CivilDate
  readonly clocks: Clocks
}

export interface Decision {
  readonly kind: 'approved' | 'denied'
  readonly decidedAt: number
  readonly documentNumber: string
  readonly reason?: string
  readonly remedies?: string
  readonly files: readonly StoredFile[]
  readonly delivery?: {
    readonly way: 'window' | 'electronic'
    readonly at: number
    /** Who took it at the window: a name, sealed. */
    readonly recipient?: Sealed
  }
}

/** The signed pledge 承诺; its text names the person. */
export interface Pledge {
  readonly signedAt: number
  readonly text: Sealed
  readonly check?: { readonly kept: boolean; readonly note: string; readonly at: number }
}

export interface Application extends Stored {
  readonly receiptNumber: string
  /** '' for one taken in on site, until its person links it with their account. */
  readonly ownerId: string
  /** Keyed hash of the applicant's identity number: by it a person without an account, and staff, find the case again. */
  readonly identityHash: string
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
  /** Who took the accepted case over 承办人. */
  readonly handledBy?: string
  readonly handlerName?: string
  readonly clocks: Clocks
  /** What happened to the limits of the acceptance since it, in order. */
  readonly clockChanges?: readonly DeadlineChange[]
  /** How far each running clock was escalated. */
  readonly alerted?: Partial<Readonly<Record<ApplicationClock, 'amber' | 'red'>>>
  readonly acceptance?: { readonly number: string; readonly at: number; readonly way: AcceptanceWay }
  readonly comparison?: Comparison
  readonly suspension?: Suspension
  readonly extension?: { readonly reason: string; readonly workingDays: number; readonly grantedAt: number }
  /** Files uploaded for a decision that is not taken yet. */
  readonly results?: readonly StoredFile[]
  readonly decision?: Decision
  readonly pledge?: Pledge
  readonly outcome?: { readonly reason: string; readonly rightAuthority?: string; readonly remedies?: string }
  readonly submittedAt: number
  readonly updatedAt: number
  readonly audit: AuditHead
  // Derived, for the indexes of the lists; written by `move` and `submit` only.
  readonly queue: (typeof queueOfState)[ApplicationState]
  readonly ownerOrder: string
  readonly queueOrder: string
  /** Whether the deadline that is due first has turned amber (or red since). */
  readonly isAmber: boolean
  /** The day on which it will; '' = it has, or there is none. */
  readonly amberOn: CivilDate
  /** The last day of the deadline whose end the timer acts on; '' = none. */
  readonly wakeOn: CivilDate
  /** The day of the next escalation; '' = none. */
  readonly alertOn: CivilDate
  /** The last due day that rests on a year without a notice; '' = none. */
  readonly provisionalOn: CivilDate
  /** Day and id of a pledged case; '' = none. */
  readonly pledgeOrder: string
}
export const applications = collection<Application>('applications')

/** An item of which a department received a case; `_id` is derived from both. Kept, so that nobody has to look for them. */
export interface ReceivedItem extends Stored {
  readonly department: string
  readonly itemCode: string
  /** As the latest guide calls it. */
  readonly itemName: string
}
export const receivedItems = collection<ReceivedItem>('applications_received_items')

/** An upload: announced, then taken in. Ready ones keep their object until draft or retention end. */
export interface Upload extends Stored {
  readonly ownerId: string
  readonly targetKind: 'draft' | 'correction' | 'result'
  readonly targetId: string
  readonly material: string
  readonly name: Sealed
  readonly stagingPath: string
  readonly file: StoredFile | null
  /** When an upload that was never finished is cleared away (ms); 0 = finished. */
  readonly expiresAt: number
}
export const uploads = collection<Upload>('applications_uploads')

/** The files that one step left without a holder, until the timer clears them away. */
export interface UnusedFiles extends Stored {
  readonly fileIds: readonly string[]
  /** When they came out of use (ms). */
  readonly at: number
}
export const unusedFiles = collection<UnusedFiles>('applications_unused_files')

/** Pledged cases drawn to be checked: with this seed anybody draws the same ones again. */
export interface PledgeSample extends Stored {
  readonly department: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly size: number
  readonly seed: string
  /** Of how many it was drawn. */
  readonly of: number
  readonly drawn: readonly string[]
  readonly drawnAt: number
  /** The supervisor, as the chains name them. */
  readonly drawnBy: string
}
export const pledgeSamples = collection<PledgeSample>('pledge_samples')

/** The check of one pledged case; `_id` is derived from the case, which is checked once. */
export interface PledgeCheck extends Stored {
  readonly applicationId: string
  readonly department: string
  readonly seed: string
  readonly drawnAt: number
  readonly status: 'open' | 'done'
  /** Sorts the lists: time and id. */
  readonly order: string
  readonly outcome?: { readonly kept: boolean; readonly note: string; readonly at: number }
}
export const pledgeChecks = collection<PledgeCheck>('pledge_checks')

/** Somebody whose pledge was found broken; `_id` is the keyed hash of their identity number. */
export interface PledgeRecord extends Stored {
  readonly applicationId: string
  readonly brokenAt: number
  /** The first day on which they may pledge again. */
  readonly blockedUntil: CivilDate
}
export const pledgeRecords = collection<PledgeRecord>('pledge_records')
