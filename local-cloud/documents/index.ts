import { CloudError } from '../cloud-error'
import { Batch } from './batch'
import { Catalog, type CollectionDeclaration } from './catalog'
import { DocumentServer } from './document-server'
import { Sqlite } from './sqlite'

export type { CollectionDeclaration } from './catalog'

/** Where the data lies, which collections and indexes it has, and whose clock it follows. */
export interface DocumentsOptions {
  /** Path of the SQLite file; its folder has to exist. */
  file: string
  collections: readonly CollectionDeclaration[]
  /** Milliseconds; movable. */
  now: () => number
  /** Told once per query shape that has no index, and of damage that was survived. */
  warn: (message: string) => void
}

/** A document database that answers the SDK's `database.*` actions. */
export interface Documents {
  /**
   * One `database.*` action with the JSON body the SDK posted.
   * @returns the answer's body without `requestId`, once everything it tells of is on disk
   * @throws CloudError in the service's own codes
   */
  handle(action: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>>
  /** Everything that is stored: collection → its documents as EJSON text, in the order of their ids. For tests and people. */
  dump(): ReadonlyMap<string, readonly string[]>
  /** Commits what is pending and lets go of the file. */
  close(): void
}

/**
 * Opens the data file, making its indexes match the declarations.
 * @throws Error when another server has the file, or a unique index cannot be built over what is in it
 */
export function openDocuments({ file, collections, now, warn }: DocumentsOptions): Documents {
  const sqlite = new Sqlite(file)
  try {
    const catalog = new Catalog(sqlite, collections)
    const batch = new Batch(sqlite)
    const server = new DocumentServer(catalog, batch, now, warn)
    let closed = false
    return {
      handle: (action, parameters) => {
        if (closed) return Promise.reject(new CloudError('DATABASE_REQUEST_FAILED', 'the database is closed'))
        return server.handle(action, parameters)
      },
      dump: () => catalog.dump(),
      close: () => {
        if (closed) return
        closed = true
        server.close()
        batch.flush()
        sqlite.close()
      },
    }
  } catch (error) {
    sqlite.close()
    throw error
  }
}
