import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Sqlite } from './documents/sqlite'

const KEPT = ['documents.sqlite', 'documents.sqlite-wal', 'documents.sqlite-shm', 'clock.json', 'sessions.json']
const KEPT_FOLDERS = ['storage', 'wechat', 'courier', 'functions']

/**
 * Deletes what a local cloud keeps in its folder, and nothing else that lies there.
 * @throws Error when a server is using it
 */
export function resetData(folder: string): void {
  const file = join(folder, 'documents.sqlite')
  // Whoever can open the file alone has the folder.
  if (existsSync(file)) new Sqlite(file).close()
  KEPT.forEach((name) => rmSync(join(folder, name), { force: true }))
  KEPT_FOLDERS.forEach((name) => rmSync(join(folder, name), { recursive: true, force: true }))
}
