import { blankContent, contentOf, type ItemContent } from '@shared/domain/item-content'
import type { ItemStanding } from '@shared/domain/item-standing'
import { departments } from '../../config/centre/departments'
import { appendAudit, emptyChain } from '../kernel/audit'
import { database, type Transaction } from '../kernel/database'
import { catalogueIndexId } from '../kernel/published-items'
import {
  catalogueIndex,
  publishedItems,
  type CatalogueIndex,
  type PublishedItem,
  type StaffMember,
} from '../kernel/store'
import { itemDrafts, itemRecords, type ItemDraft, type ItemRecord } from './store'
import { versionId } from './stored-version'

interface Reader {
  get: Transaction['get']
}
/** Reads outside a transaction with a transaction's words. */
export const plainReader: Reader = { get: (handle, id) => database.get(handle, id) }

/** Whether a member may edit the items of a department: administrators those of all, supervisors those of their own. */
export function mayEdit(staff: StaffMember | undefined, department: string): staff is StaffMember {
  return staff !== undefined && (staff.roles.includes('administrator') || staff.departments.includes(department))
}

/** The departments a member may make items for, in the centre's order. */
export function editableDepartments(staff: StaffMember | undefined): string[] {
  return departments.map(({ name }) => name).filter((name) => mayEdit(staff, name))
}

export const isDepartment = (department: string) => departments.some(({ name }) => name === department)

/** Everything there is about an item towards its editors. */
export interface EditedItem {
  readonly code: string
  readonly index: CatalogueIndex | undefined
  readonly record: ItemRecord | undefined
  readonly draft: ItemDraft | undefined
  /** The newest version: the listed one, or the last one of an item that is not listed. */
  readonly newest: PublishedItem | undefined
  readonly standing: ItemStanding
}

/** An item as it stands and as its draft would have it; undefined when there is none of this code. */
export async function findItem(reader: Reader, code: string): Promise<EditedItem | undefined> {
  const index = await reader.get(catalogueIndex, catalogueIndexId)
  const record = await reader.get(itemRecords, code)
  const draft = await reader.get(itemDrafts, code)
  const listed = index?.current[code]
  const version = listed ?? record?.newest ?? 0
  const newest = version === 0 ? undefined : await reader.get(publishedItems, versionId(code, version))
  if (newest === undefined && draft === undefined) return undefined
  return { code, index, record, draft, newest, standing: standingOf(listed, version) }
}

/** Whether a member may edit an item: in what it says now, and in what its draft says. */
export function isInScope(staff: StaffMember | undefined, { newest, draft }: EditedItem): boolean {
  const concerned = [newest?.item.department, draft?.content.department].filter((each) => each !== undefined)
  return concerned.every((department) => mayEdit(staff, department))
}

/** An item that the member may edit; for any other it is as if there were none. */
export async function findEditedItem(
  reader: Reader,
  code: string,
  staff: StaffMember | undefined,
): Promise<EditedItem | undefined> {
  const item = await findItem(reader, code)
  return item !== undefined && isInScope(staff, item) ? item : undefined
}

/** Where an item stands: the list says whether it is there, its versions whether it ever was. */
export function standingOf(listed: number | undefined, newest: number): ItemStanding {
  if (listed !== undefined) return 'published'
  return newest > 0 ? 'retired' : 'unpublished'
}

export const isEdited = (index: CatalogueIndex | undefined, code: string) => index?.edited?.includes(code) === true

/** What a draft that is begun now would hold. */
export function contentToEdit({ draft, newest }: Pick<EditedItem, 'draft' | 'newest'>): ItemContent {
  if (draft !== undefined) return draft.content
  return newest === undefined ? blankContent({ name: '', department: '' }) : contentOf(newest.item)
}

/** Writes a draft together with what lists show of it. */
export async function putDraft(
  transaction: Transaction,
  draft: ItemDraft,
  record: ItemRecord | undefined,
  newest: number,
): Promise<void> {
  const { name, department } = draft.content
  const { revision, savedAt, savedBy } = draft
  await transaction.put(itemDrafts, draft)
  await transaction.put(itemRecords, {
    _id: draft._id,
    audit: record?.audit ?? emptyChain,
    name,
    department,
    newest: Math.max(newest, record?.newest ?? 0),
    draft: { revision, savedAt, savedBy },
  })
}

/** The record of an item without its draft, after a step that goes into its chain. */
export async function recordStep(
  transaction: Transaction,
  { code, record }: Pick<EditedItem, 'code' | 'record'>,
  staff: StaffMember,
  step: {
    readonly event: string
    readonly label: string
    readonly details: Readonly<Record<string, unknown>>
    readonly now: number
  },
): Promise<Pick<ItemRecord, '_id' | 'audit'>> {
  const audit = await appendAudit(transaction, record?.audit ?? emptyChain, {
    subject: chainOf(code),
    at: step.now,
    actor: { kind: 'staff', id: staff.reference, name: staff.name },
    event: step.event,
    label: step.label,
    details: step.details,
  })
  return { _id: code, audit }
}

/** What an item's chain is called. */
export const chainOf = (code: string) => `item:${code}`
