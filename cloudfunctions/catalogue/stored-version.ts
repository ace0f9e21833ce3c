import { createHash } from 'node:crypto'
import type { Item } from '@shared/domain/item'
import { database } from '../kernel/database'
import { publishedItems, type PublishedItem } from '../kernel/store'
import { readingsOf } from './readings'

/** JSON with sorted keys: the order in which somebody wrote the parts of a guide is no change of it. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  )
}

/** Hash of what a guide says; the version is counted by the store, not by whoever writes the guide. */
export function contentHashOf(item: Item): string {
  return createHash('sha256')
    .update(canonical({ ...item, version: undefined }))
    .digest('base64url')
}

/**
 * The stored version that says what this configured item says: the listed one, else the newest, else the next, which is
 * stored now. A version that no index lists yet is nothing anybody sees, so a run may stop here and be repeated.
 * @param listed the version in the index; undefined for an item that is not listed.
 */
export async function storedVersionOf(item: Item, listed: number | undefined, now: number): Promise<PublishedItem> {
  const contentHash = contentHashOf(item)
  let newest = listed === undefined ? undefined : await find(item.code, listed)
  if (newest?.contentHash === contentHash) return newest
  const pinyin = await readingsOf(item)
  for (;;) {
    newest = await newestFrom(item.code, newest)
    if (newest?.contentHash === contentHash) return newest
    const version = (newest?.version ?? 0) + 1
    const next: PublishedItem = {
      _id: versionId(item.code, version),
      code: item.code,
      version,
      item: { ...item, version },
      contentHash,
      pinyin,
      publishedAt: now,
      source: 'configured',
    }
    if (await database.addOnce(publishedItems, next)) return next
    // Another run took this number first; what it stored is looked at before the next number is tried.
  }
}

/** What a version is stored under. */
export const versionId = (code: string, version: number) => `${code}@${String(version)}`
const find = (code: string, version: number) => database.get(publishedItems, versionId(code, version))

/** The newest stored version, which is `known` or comes after it; versions are counted without gaps. */
async function newestFrom(code: string, known: PublishedItem | undefined): Promise<PublishedItem | undefined> {
  let newest = known
  for (;;) {
    const following = await find(code, (newest?.version ?? 0) + 1)
    if (following === undefined) return newest
    newest = following
  }
}
