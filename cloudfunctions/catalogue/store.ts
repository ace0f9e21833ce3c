import type { ItemContent } from '@shared/domain/item-content'
import type { AuditHead } from '../kernel/audit'
import { collection, type Stored } from '../kernel/database'

/** What editors have to do with an item; `_id` is its code. Items that nobody touched have none. */
export interface ItemRecord extends Stored {
  readonly name: string
  readonly department: string
  /** The newest version when it was last written; 0 = never published. */
  readonly newest: number
  /** The head of the chain `item:<code>`. */
  readonly audit: AuditHead
  /** What lists show of the draft, which is large. */
  readonly draft?: { readonly revision: number; readonly savedAt: number; readonly savedBy: string }
}
export const itemRecords = collection<ItemRecord>('catalogue_items')

/** The one draft of an item; `_id` is its code. */
export interface ItemDraft extends Stored {
  readonly content: ItemContent
  /** Counts the saves. */
  readonly revision: number
  /** The version it was begun from; 0 = from nothing. */
  readonly basedOn: number
  readonly savedAt: number
  readonly savedBy: string
}
export const itemDrafts = collection<ItemDraft>('catalogue_drafts')

/** Files of an import or export, until they are cleared away. */
export interface ItemFiles extends Stored {
  readonly ownerId: string
  readonly kind: 'import' | 'export'
  readonly files: readonly { readonly name: string; readonly path: string }[]
  readonly expiresAt: number
}
export const itemFiles = collection<ItemFiles>('catalogue_files')
