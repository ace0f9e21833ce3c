import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Catalog } from './documents/catalog'
import { Sqlite } from './documents/sqlite'

/** The documents of a data folder, without a server. */
export interface StoredDocuments {
  /** Every document of a collection, in the order it was added; none of one that is not there. */
  documents(collection: string): Iterable<Readonly<Record<string, unknown>>>
  /** Lets go of the folder. */
  close(): void
}

/**
 * Opens a data folder to look at what it holds; documents and indexes stay as they are. It has the folder alone while it
 * is open, so no server can change anything meanwhile.
 * @throws Error when there is no data, or a server is using it
 */
export function openStoredDocuments(folder: string): StoredDocuments {
  const file = join(folder, 'documents.sqlite')
  if (!existsSync(file)) throw new Error(`there is no data in ${folder}`)
  const sqlite = new Sqlite(file)
  try {
    const catalog = new Catalog(sqlite, [])
    return {
      documents: (collection) => catalog.find(collection)?.documents() ?? [],
      close: () => sqlite.close(),
    }
  } catch (error) {
    sqlite.close()
    throw error
  }
}
