import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Batch } from './batch'
import { Catalog } from './catalog'
import { DocumentServer } from './document-server'
import { History } from './history'
import { Sqlite } from './sqlite'
import { TRANSACTION_LIFE } from './transactions'

describe('the history', () => {
  it('tells what a document was at each version, and what it never knew', () => {
    const history = new History()
    const before = history.now
    history.advance()
    history.record('a', 'first')
    const between = history.now
    history.advance()
    history.record('a', 'second')
    expect(history.at('a', before)).toEqual({ body: 'first' })
    expect(history.at('a', between)).toEqual({ body: 'second' })
    expect(history.at('a', history.now)).toBeUndefined()
    expect(history.at('b', before)).toBeUndefined()
  })

  it('knows a document that was not there', () => {
    const history = new History()
    history.advance()
    history.record('a', undefined)
    expect(history.at('a', 0)).toEqual({ body: undefined })
    expect(history.changedSince('a', 0)).toBe(true)
    expect(history.changedSince('a', 1)).toBe(false)
  })

  it('forgets up to a version and weighs nothing when all is forgotten', () => {
    const history = new History()
    for (const body of ['one', 'two', 'three']) {
      history.advance()
      history.record('a', body)
    }
    history.forget(2)
    expect(history.at('a', 0)).toEqual({ body: 'three' })
    history.forget(Infinity)
    expect(history.at('a', 0)).toBeUndefined()
    expect(history.weight).toBe(0)
  })
})

describe('a server with little patience', () => {
  let folder: string
  let sqlite: Sqlite
  let server: DocumentServer
  let now = 0
  const warnings: string[] = []

  beforeEach(() => {
    now = 0
    folder = mkdtempSync(join(tmpdir(), 'documents-transactions-'))
    sqlite = new Sqlite(join(folder, 'documents.sqlite'))
    const catalog = new Catalog(sqlite, [{ CollectionName: 'things', Indexes: [] }])
    server = new DocumentServer(
      catalog,
      new Batch(sqlite),
      () => now,
      (message) => warnings.push(message),
      30,
    )
  })

  afterEach(() => {
    server.close()
    sqlite.close()
    rmSync(folder, { recursive: true })
  })

  const set = (x: number, transactionId?: unknown) =>
    server.handle('database.modifyDocument', {
      collectionName: 'things',
      queryType: 'DOC',
      query: '{"_id":"a"}',
      data: JSON.stringify({ x }),
      upsert: true,
      transactionId,
    })
  const begin = async () => (await server.handle('database.startTransaction', {})).transactionId

  it('a plain write waits only so long for a locked document', async () => {
    await set(1, await begin())
    await expect(set(2)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  })

  it('an expired transaction lets the waiting write go on', async () => {
    const transactionId = await begin()
    await set(1, transactionId)
    now = TRANSACTION_LIFE
    await expect(set(2)).resolves.toMatchObject({ data: { updated: 0, upsert_id: 'a' } })
    await expect(set(3, transactionId)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  it('a clock set back does not make a transaction eternal or end it early', async () => {
    now = 1_000_000
    const transactionId = await begin()
    now = 0
    await expect(set(1, transactionId)).resolves.toBeDefined()
  })

  it('refuses more open transactions than it can hold', async () => {
    const refused = async () => {
      for (;;) await begin()
    }
    await expect(refused()).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })

  it('answers a broken file with a refusal, keeps the reason for the log and stays alive', async () => {
    sqlite.exec('PRAGMA query_only = 1')
    await expect(set(1)).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(warnings.join()).toContain('readonly')
    sqlite.exec('PRAGMA query_only = 0')
    await expect(set(1)).resolves.toMatchObject({ data: { upsert_id: 'a' } })
  })
})
