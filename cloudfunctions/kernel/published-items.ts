import type { Item } from '@shared/domain/item'
import { database } from './database'
import { catalogueIndex, publishedItems, type CatalogueIndex } from './store'

export const catalogueIndexId = 'current'

/** Versions never change, so an instance reads each once. */
const versions = new Map<string, Item>()
const mostKept = 200

/** One version of an item's guide, or undefined. */
export async function findItemVersion(code: string, version: number): Promise<Item | undefined> {
  const id = `${code}@${String(version)}`
  const known = versions.get(id)
  if (known !== undefined) return known
  const found = (await database.get(publishedItems, id))?.item
  if (found === undefined) return undefined
  if (versions.size >= mostKept) versions.clear()
  versions.set(id, found)
  return found
}

/** What is published now; undefined before the first publication. */
export async function findCatalogueIndex(): Promise<CatalogueIndex | undefined> {
  return database.get(catalogueIndex, catalogueIndexId)
}

/** The published version of an item, or undefined. */
export async function findPublishedItem(code: string): Promise<Item | undefined> {
  const version = (await findCatalogueIndex())?.current[code]
  return version === undefined ? undefined : findItemVersion(code, version)
}
