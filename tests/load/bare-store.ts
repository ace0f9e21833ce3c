import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import Database from 'libsql'
import { byTurns, timings } from './measure'

/** One kind of access through the SDK and on the bare store (ms, medians of the same run). */
export interface Access {
  readonly access: string
  readonly cloud: number
  readonly bare: number
}

const documents = 20_000
const documentOf = (number: number) => ({
  _id: `d${String(number)}`,
  group: number % 1000,
  order: number,
  text: 'x'.repeat(600),
})

/**
 * Point read, page of an index and a transaction that reads and writes one document, through the real SDK over HTTP,
 * beside the same on the store below it (SQLite in WAL, every commit on disk).
 * The SDK's environment points at a cloud with a collection `bench` and an index over group and order.
 */
export async function measureAccess(
  runs: number,
): Promise<{ readonly accesses: readonly Access[]; readonly transactionsPerSecond: number }> {
  const database = tcb.init({ env: 'local' }).database()
  for (let from = 0; from < documents; from += 500) {
    await database.collection('bench').add(Array.from({ length: 500 }, (_, place) => documentOf(from + place)))
  }
  const folder = mkdtempSync(join(tmpdir(), 'bare-store-'))
  const bare = new Database(join(folder, 'bare.sqlite'))
  bare.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE d (id TEXT PRIMARY KEY, g INTEGER, o INTEGER, body TEXT); CREATE INDEX g_o ON d (g, o)',
  )
  const insert = bare.prepare('INSERT INTO d VALUES (?, ?, ?, ?)')
  bare.exec('BEGIN')
  for (let number = 0; number < documents; number += 1) {
    const { _id, group, order } = documentOf(number)
    insert.run([_id, group, order, JSON.stringify(documentOf(number))])
  }
  bare.exec('COMMIT')
  const byId = bare.prepare('SELECT body FROM d WHERE id = ?')
  const page = bare.prepare('SELECT body FROM d WHERE g = ? ORDER BY o LIMIT 20')
  const update = bare.prepare('UPDATE d SET body = ? WHERE id = ?')
  const some = (run: number) => ((run + 5) * 7919) % documents

  const write = async (run: number) => {
    const transaction = await database.startTransaction()
    const found = transaction.collection('bench').doc(`d${String(some(run))}`)
    await found.get()
    await found.update({ text: `y${String(run)}` })
    await transaction.commit()
  }
  const access = async (
    name: string,
    through: (run: number) => unknown,
    below: (run: number) => unknown,
  ): Promise<Access> => {
    const [slow, quick] = await byTurns(runs, through, below)
    return { access: name, cloud: slow, bare: quick }
  }
  const accesses = [
    await access(
      'point read',
      (run) =>
        database
          .collection('bench')
          .doc(`d${String(some(run))}`)
          .get(),
      (run) => byId.get([`d${String(some(run))}`]),
    ),
    await access(
      'indexed page of 20',
      (run) =>
        database
          .collection('bench')
          .where({ group: some(run) % 1000 })
          .orderBy('order', 'asc')
          .limit(20)
          .get(),
      (run) => page.all([some(run) % 1000]),
    ),
    await access('transaction (read, write, commit)', write, (run) => {
      bare.exec('BEGIN IMMEDIATE')
      const row = byId.get([`d${String(some(run))}`]) as { body: string }
      update.run([row.body, `d${String(some(run))}`])
      bare.exec('COMMIT')
    }),
  ]
  // Twenty callers at once, each on documents of its own.
  const [span = 1] = await timings(1, () =>
    Promise.all(
      Array.from({ length: 20 }, async (_, caller) => {
        for (let run = 0; run < runs / 4; run += 1) await write(caller * 503 + run)
      }),
    ),
  )
  bare.close()
  rmSync(folder, { recursive: true, force: true })
  return { accesses, transactionsPerSecond: Math.round((20 * Math.ceil(runs / 4)) / (span / 1000)) }
}
