import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Sqlite } from '../documents/sqlite'

/** An object as the index knows it. */
export interface StoredObject {
  readonly path: string
  /** Name of the file with its bytes. */
  readonly content: string
  readonly bytes: number
  readonly type: string
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string
}

/** Bytes that have arrived whole and are on disk, but belong to no object yet. */
export interface ReceivedContent {
  readonly content: string
  readonly bytes: number
  readonly type: string
  readonly hash: string
}

const columns = 'path, content, bytes, type, hash'

/**
 * The objects in a folder. Their bytes lie in files with names of chance, so that no path of an object ever becomes a
 * path on disk; the index says which file is whose. A change counts from the moment the index has it on disk, and what a
 * crash leaves between the two is cleared on opening.
 */
export class StoredObjects {
  private readonly index: Sqlite
  private readonly contents: string
  private readonly arriving: string

  constructor(folder: string) {
    this.contents = join(folder, 'contents')
    this.arriving = join(folder, 'arriving')
    mkdirSync(this.contents, { recursive: true })
    this.index = new Sqlite(join(folder, 'objects.sqlite'))
    this.index.exec(`
      CREATE TABLE IF NOT EXISTS objects (
        path TEXT PRIMARY KEY, content TEXT NOT NULL, bytes INTEGER NOT NULL, type TEXT NOT NULL, hash TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS by_content ON objects (content);
      CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, secret BLOB NOT NULL) WITHOUT ROWID`)
    rmSync(this.arriving, { recursive: true, force: true })
    mkdirSync(this.arriving)
    this.clearUnowned()
  }

  /** A secret of this folder, made at its first use. */
  secret(name: string): Buffer {
    this.index.run('INSERT OR IGNORE INTO secrets VALUES (?, ?)', name, randomBytes(32))
    return this.index.row('SELECT secret FROM secrets WHERE name = ?', name)?.[0] as Buffer
  }

  find(path: string): StoredObject | undefined {
    const row = this.index.row(`SELECT ${columns} FROM objects WHERE path = ?`, path)
    if (row === undefined) return undefined
    const [, content, bytes, type, hash] = row
    return { path, content: String(content), bytes: Number(bytes), type: String(type), hash: String(hash) }
  }

  /** Where to write bytes that arrive. */
  newArrival(): { readonly content: string; readonly file: string } {
    const content = randomBytes(16).toString('hex')
    return { content, file: join(this.arriving, content) }
  }

  /**
   * Makes received bytes the object at a path; once this resolves, no crash takes it back.
   * @returns false, with the bytes thrown away, when there is one already and it must not be replaced
   */
  async keep(path: string, received: ReceivedContent, mayReplace: boolean): Promise<boolean> {
    await rename(join(this.arriving, received.content), this.fileOf(received))
    await syncFolder(this.contents)
    const before = this.find(path)
    if (before !== undefined && !mayReplace) {
      await this.clear(received.content)
      return false
    }
    this.enter({ path, ...received })
    if (before !== undefined) await this.clear(before.content)
    return true
  }

  /** Gives an object's bytes a second path. @returns false when there is none, or one that must not be replaced. */
  async copy(from: string, to: string, mayReplace: boolean): Promise<boolean> {
    const [source, before] = [this.find(from), this.find(to)]
    if (source === undefined || (before !== undefined && !mayReplace)) return false
    this.enter({ ...source, path: to })
    if (before !== undefined) await this.clear(before.content)
    return true
  }

  /** @returns false when there was none */
  async remove(path: string): Promise<boolean> {
    const before = this.find(path)
    if (before === undefined) return false
    this.index.run('DELETE FROM objects WHERE path = ?', path)
    await this.clear(before.content)
    return true
  }

  fileOf({ content }: Pick<StoredObject, 'content'>): string {
    return join(this.contents, content)
  }

  close(): void {
    this.index.close()
  }

  private enter({ path, content, bytes, type, hash }: StoredObject): void {
    this.index.run(
      `INSERT OR REPLACE INTO objects (${columns}) VALUES (?, ?, ?, ?, ?)`,
      path,
      content,
      bytes,
      type,
      hash,
    )
  }

  /** Deletes bytes that no object has any more. */
  private async clear(content: string): Promise<void> {
    if (this.index.row('SELECT 1 FROM objects WHERE content = ?', content) !== undefined) return
    await rm(this.fileOf({ content }), { force: true })
  }

  private clearUnowned(): void {
    const owned = new Set(this.index.rows('SELECT content FROM objects').map(([content]) => String(content)))
    for (const content of readdirSync(this.contents)) {
      if (!owned.has(content)) rmSync(this.fileOf({ content }), { force: true })
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
