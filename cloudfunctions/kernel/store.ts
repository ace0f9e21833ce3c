import type { StaffRole } from '@shared/contracts/contract'
import type { CaseFacts } from '@shared/domain/case-facts'
import type { Item, ItemSummary } from '@shared/domain/item'
import type { AuditHead } from './audit'
import { collection, type Stored } from './database'
import type { Sealed } from './sealed'

/** An answered command, so that a repeated request is answered the same. Removed after a day. */
export interface AnsweredRequest extends Stored {
  /** Hash of the input: the same id with another input is refused. */
  readonly inputHash: string
  /** Sealed: an answer may show a person's own numbers. */
  readonly answer: Sealed
  readonly at: number
}
export const answeredRequests = collection<AnsweredRequest>('answered_requests')

/** One link of an audit chain; `_id` is `subject:sequence`, so an entry cannot be written twice. */
export interface AuditEntry extends Stored {
  readonly subject: string
  readonly sequence: number
  readonly at: number
  readonly actor: { readonly kind: 'applicant' | 'staff' | 'timer'; readonly id: string; readonly name: string }
  readonly event: string
  readonly label: string
  readonly details: Readonly<Record<string, unknown>>
  readonly previous: string
  readonly hash: string
}
export const auditEntries = collection<AuditEntry>('audit_entries')

/** A step that somebody has to hear of, one way or another. */
export interface MustHear {
  readonly subject: string
  readonly receiptNumber: string
  /** The person's name, sealed for the subject. */
  readonly personName: Sealed
  readonly department: string
}

/** A message to a person: the inbox entry and the outbox record in one. */
export interface Message extends Stored {
  readonly recipient: string
  readonly template: string
  readonly title: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  /** What WeChat is sent, already fitted to its limits. */
  readonly data: Readonly<Record<string, string>>
  readonly page: string
  readonly at: number
  /** Sorts the inbox: time and id. */
  readonly order: string
  readonly read: boolean
  readonly delivery: 'waiting' | 'sent' | 'not-granted' | 'failed'
  readonly attempts: number
  /** When the outbox looks at it next (ms); 0 once settled. */
  readonly nextAttempt: number
  readonly lastError?: string
  /** What staff need to phone about when WeChat could not tell the person. */
  readonly mustHear?: MustHear
}
export const messages = collection<Message>('notifications_messages')

/** How many sends a person has granted for a template, and whether they ticked 总是保持以上选择. */
export interface Grant extends Stored {
  readonly recipient: string
  readonly template: string
  readonly remaining: number
  /** Their standing answer, learnt from a prompt that did not show. */
  readonly refused: boolean
}
export const grants = collection<Grant>('notifications_grants')

/** Somebody who must hear of a step and could not be messaged. */
export interface PhoneTask extends Stored, MustHear {
  readonly title: string
  readonly why: string
  readonly at: number
  readonly done: boolean
}
export const phoneTasks = collection<PhoneTask>('notifications_phone_tasks')

/** A member of the centre's staff; `_id` is the openid they are bound to. */
export interface StaffMember extends Stored {
  readonly name: string
  readonly roles: readonly StaffRole[]
  readonly departments: readonly string[]
  readonly suspended: boolean
  /** How pages and audit chains name the member (`personReference`): not the account itself. */
  readonly reference: string
  /** Sorts the list: name and reference. */
  readonly order: string
  /** Every part of the name, to be found by. */
  readonly nameParts: readonly string[]
  readonly joinedAt: number
  /** The last suspension, while it lasts. */
  readonly suspension?: { readonly reason: string; readonly at: number; readonly by: string }
  /** The head of the chain `staff:<reference>`. */
  readonly audit: AuditHead
}
export const staffMembers = collection<StaffMember>('staff_members')

/** A published version of an item; versions never change. `_id` is `code@version`. */
export interface PublishedItem extends Stored {
  readonly code: string
  readonly version: number
  readonly item: Item
  readonly contentHash: string
  readonly pinyin: string
  readonly publishedAt: number
  /** Whether the centre's configuration or its staff wrote it; absent in what was stored before staff could. */
  readonly source?: 'configured' | 'edited'
  /** The member who published it. */
  readonly publishedBy?: string
}
export const publishedItems = collection<PublishedItem>('catalogue_versions')

/** What is published now: one small document, read with every list. */
export interface CatalogueIndex extends Stored {
  /** Changes with every publication. */
  readonly version: string
  readonly current: Readonly<Record<string, number>>
  readonly summaries: readonly (ItemSummary & { readonly pinyin: string })[]
  /** Paths of the samples and blank forms that any version published so far names: running applications keep theirs. */
  readonly files: readonly string[]
  /** Codes of the items that staff publish, listed or retired; the configuration leaves them alone. */
  readonly edited?: readonly string[]
}
export const catalogueIndex = collection<CatalogueIndex>('catalogue_index')

/** Counts calls of one person and operation in one window of time. */
export interface RateWindow extends Stored {
  readonly count: number
  readonly endsAt: number
}
export const rateWindows = collection<RateWindow>('rate_windows')

/** What supervision reads of an application, under the application's id; nothing of a person. */
export interface StoredCase extends CaseFacts, Stored {
  /** Sorts by the day it is due, by the day it turns amber; with the id. */
  readonly dueOrder: string
  readonly amberOrder: string
}
export const cases = collection<StoredCase>('supervision_cases')
