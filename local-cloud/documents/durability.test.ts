import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDocuments, type CollectionDeclaration, type Documents } from './index'

let folder: string
let file: string
let open: Documents[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-durability-'))
  file = join(folder, 'documents.sqlite')
})

afterEach(() => {
  open.forEach((documents) => documents.close())
  open = []
  rmSync(folder, { recursive: true })
})

const warnings: string[] = []

function start(collections: CollectionDeclaration[]): Documents {
  const documents = openDocuments({ file, collections, now: () => 0, warn: (message) => warnings.push(message) })
  open.push(documents)
  return documents
}

function things(...indexes: [name: string, path: string, unique: boolean][]): CollectionDeclaration {
  return {
    CollectionName: 'things',
    Indexes: indexes.map(([IndexName, Name, MgoIsUnique]) => ({
      IndexName,
      MgoKeySchema: { MgoIndexKeys: [{ Name, Direction: '1' }], MgoIsUnique },
    })),
  }
}

const add = (documents: Documents, ...rows: object[]) =>
  documents.handle('database.insertDocument', {
    collectionName: 'things',
    data: rows.map((row) => JSON.stringify(row)),
  })

async function ids(documents: Documents, filter: object): Promise<unknown[]> {
  const query = { collectionName: 'things', queryType: 'WHERE', query: JSON.stringify(filter), limit: 1000 }
  const { data } = await documents.handle('database.getDocument', query)
  return (data as { list: string[] }).list.map((text) => (JSON.parse(text) as { _id: unknown })._id)
}

describe('a data file opened again', () => {
  it('has every document and created collection', async () => {
    const before = start([things(['by_x', 'x', false])])
    await add(before, { _id: 'a', x: 1 }, { _id: 'b', x: 2 })
    await before.handle('database.addCollection', { collectionName: 'made' })
    before.close()
    const after = start([things(['by_x', 'x', false])])
    expect(await ids(after, { x: 2 })).toEqual(['b'])
    await expect(after.handle('database.calculateDocument', { collectionName: 'made' })).resolves.toEqual({
      data: { total: 0 },
    })
  })

  it('builds an index that was added and uses it', async () => {
    const before = start([things()])
    await add(before, { _id: 'a', x: 1, tags: ['p', 'q'] }, { _id: 'b' })
    before.close()
    const after = start([things(['by_x', 'x', false], ['by_tags', 'tags', false])])
    warnings.splice(0)
    expect(await ids(after, { x: 1 })).toEqual(['a'])
    expect(await ids(after, { tags: { $in: ['p', 'q'] } })).toEqual(['a'])
    expect(warnings).toEqual([])
  })

  it('drops an index that was taken away, and its uniqueness', async () => {
    const before = start([things(['unique_x', 'x', true])])
    await add(before, { _id: 'a', x: 1 })
    before.close()
    const after = start([things()])
    await add(after, { _id: 'b', x: 1 })
    expect(await ids(after, { x: 1 })).toEqual(['a', 'b'])
  })

  it('rebuilds an index whose fields changed under the same name', async () => {
    const before = start([things(['index', 'x', false])])
    await add(before, { _id: 'a', x: 1, y: 2 })
    before.close()
    const after = start([things(['index', 'y', false])])
    warnings.splice(0)
    expect(await ids(after, { y: 2 })).toEqual(['a'])
    expect(warnings).toEqual([])
  })

  it('refuses a unique index over duplicates, and can still be opened without it', async () => {
    const before = start([things()])
    await add(before, { _id: 'a', x: 1 }, { _id: 'b', x: 1 })
    before.close()
    expect(() => start([things(['unique_x', 'x', true])])).toThrow('unique_x')
    expect(await ids(start([things()]), { x: 1 })).toEqual(['a', 'b'])
  })

  it('remembers that an index holds arrays', async () => {
    const before = start([things(['by_x', 'x', false])])
    await add(before, { _id: 'a', x: [0, 10] })
    before.close()
    expect(await ids(start([things(['by_x', 'x', false])]), { x: { $gt: 4, $lt: 6 } })).toEqual(['a'])
  })

  it('has nothing of a transaction that was not committed', async () => {
    const before = start([things()])
    const { transactionId } = await before.handle('database.startTransaction', {})
    await before.handle('database.insertDocument', { collectionName: 'things', data: ['{"_id":"a"}'], transactionId })
    before.close()
    expect(await ids(start([things()]), {})).toEqual([])
  })
})

it('a second server cannot open the same file', () => {
  start([things()])
  expect(() => start([things()])).toThrow('another server')
})

it('a closed database refuses instead of crashing', async () => {
  const documents = start([things()])
  documents.close()
  await expect(ids(documents, {})).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
})

it('kill -9 in the middle of writing loses nothing that was acknowledged', async () => {
  // Many writers at once, in plain writes and in transactions; each id is printed only once it was acknowledged.
  const program = `
    const { openDocuments } = require(${JSON.stringify(join(__dirname, 'index.ts'))})
    const documents = openDocuments({ file: ${JSON.stringify(file)}, collections: ${JSON.stringify([things(['unique_n', 'n', true])])}, now: Date.now, warn() {} })
    let n = 0
    const insert = (more) => documents.handle('database.insertDocument', { collectionName: 'things', ...more })
    async function plain() {
      for (;;) { const id = ++n; await insert({ data: [JSON.stringify({ _id: id, n: id })] }); process.stdout.write(id + '\\n') }
    }
    async function pairs() {
      for (;;) {
        const [one, two] = [++n, ++n]
        const { transactionId } = await documents.handle('database.startTransaction', {})
        for (const id of [one, two]) await insert({ data: [JSON.stringify({ _id: id, n: id, pair: one })], transactionId })
        await documents.handle('database.commitTransaction', { transactionId })
        process.stdout.write(one + '\\n' + two + '\\n')
      }
    }
    for (let at = 0; at < 4; at++) { plain(); pairs() }
  `
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', program], { cwd: join(__dirname, '../..') })
  let printed = ''
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const killed = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)))
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    if (printed.length > 4000) child.kill('SIGKILL')
  })
  expect([await killed, complaints]).toEqual(['SIGKILL', ''])

  const acknowledged = printed.slice(0, printed.lastIndexOf('\n')).split('\n').map(Number)
  expect(acknowledged.length).toBeGreaterThan(500)
  const documents = start([things(['unique_n', 'n', true])])
  for (let from = 0; from < acknowledged.length; from += 500) {
    const some = acknowledged.slice(from, from + 500)
    expect((await ids(documents, { _id: { $in: some } })).length).toBe(some.length)
    expect((await ids(documents, { n: { $in: some } })).length).toBe(some.length)
  }
  const halves = await documents.handle('database.aggregateDocuments', {
    collectionName: 'things',
    stages: [
      { stageKey: '$match', stageValue: '{"pair":{"$exists":true}}' },
      { stageKey: '$group', stageValue: '{"_id":"$pair","n":{"$sum":1}}' },
      { stageKey: '$match', stageValue: '{"n":{"$ne":2}}' },
    ],
  })
  expect(halves).toEqual({ data: { list: [] } })
}, 20_000)
