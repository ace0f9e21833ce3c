import type { Batch } from './batch'
import type { Collection, IndexTable, StoredDocument } from './collection'
import { parseStored, stringifyForStorage, type Document } from './ejson'
import { indexEntries } from './index-entries'
import { duplicate } from './refusals'

/** What one index loses and gains by a change. */
interface IndexDelta {
  index: IndexTable
  removed: Buffer[]
  added: Buffer[]
}

/** One document's change, worked out and checked but not yet written; `body` undefined removes it. */
export interface Change {
  collection: Collection
  idKey: Buffer
  stored: StoredDocument | undefined
  body: string | undefined
  deltas: IndexDelta[]
  newlyMultikey: IndexTable[]
}

/** Names a document across collections. */
export function documentName(collection: Collection, idKey: Buffer): string {
  return `${collection.number}/${idKey.toString('latin1')}`
}

/** The unique keys a change takes, as names across indexes. */
export function uniqueKeysTaken({ deltas }: Change): string[] {
  return deltas
    .filter(({ index }) => index.unique)
    .flatMap(({ index, added }) => added.map((key) => `${index.table}/${key.toString('latin1')}`))
}

/**
 * Works out what storing a document, or removing it, changes.
 * @param stored what is in the file now; undefined when nothing is
 * @param after the new document; undefined to remove it
 * @throws CloudError when the document is too large or cannot be indexed
 */
export function changeTo(
  collection: Collection,
  idKey: Buffer,
  stored: StoredDocument | undefined,
  after: Document | undefined,
): Change {
  const body = after && stringifyForStorage(after)
  const before = stored && collection.indexes.length > 0 ? parseStored(stored.body) : undefined
  const newlyMultikey: IndexTable[] = []
  const deltas = collection.indexes.map((index): IndexDelta => {
    const old = before ? indexEntries(before, index.fields).keys : []
    const { keys, multikey } = after ? indexEntries(after, index.fields) : { keys: [], multikey: false }
    if (multikey && !index.multikey) newlyMultikey.push(index)
    return { index, removed: without(old, keys), added: without(keys, old) }
  })
  return { collection, idKey, stored, body, deltas, newlyMultikey }
}

/**
 * Writes changes, all or none. All of them give up their index keys before any takes new ones, so documents may trade
 * unique keys among themselves.
 * @throws CloudError `DATABASE_DUPLICATE_WRITE`
 */
export function writeChanges(batch: Batch, changes: readonly Change[]): void {
  try {
    batch.write(() => writeAll(changes))
  } catch (error) {
    // The file's own mark was taken back with the rest.
    for (const { newlyMultikey } of changes) newlyMultikey.forEach((index) => (index.multikey = false))
    throw error
  }
}

function writeAll(changes: readonly Change[]): void {
  for (const { collection, stored, deltas } of changes) {
    if (!stored) continue
    for (const { index, removed } of deltas) {
      for (const key of removed) collection.removeEntry(index, key, stored.sequence)
    }
  }
  for (const change of changes) writeDocument(change)
}

function writeDocument({ collection, idKey, stored, body, deltas, newlyMultikey }: Change): void {
  if (body === undefined) {
    if (stored) collection.remove(stored.sequence)
    return
  }
  if (!stored && collection.find(idKey)) throw duplicate(collection.name, '_id_')
  for (const { index, added } of deltas) {
    if (index.unique && added.some((key) => collection.holder(index, key, stored?.sequence ?? 0))) {
      throw duplicate(collection.name, index.name)
    }
  }
  for (const index of newlyMultikey) if (!index.multikey) collection.markMultikey(index)
  if (stored) collection.replace(stored.sequence, body)
  const sequence = stored?.sequence ?? collection.insert(idKey, body)
  for (const { index, added } of deltas) {
    for (const key of added) collection.addEntry(index, key, sequence)
  }
}

function without(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  if (keys.length === 0 || others.length === 0) return [...keys]
  const known = new Set(others.map((other) => other.toString('latin1')))
  return keys.filter((key) => !known.has(key.toString('latin1')))
}
