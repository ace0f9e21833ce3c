import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { openDocuments, type CollectionDeclaration, type Documents } from './index'

// The property tests open many documents, which takes its time on a busy machine.
jest.setTimeout(60_000)

const folder = mkdtempSync(join(tmpdir(), 'documents-plan-'))
const warnings: string[] = []
let documents: Documents

const index = (IndexName: string, ...keys: [string, '1' | '-1'][]): CollectionDeclaration['Indexes'][number] => ({
  IndexName,
  MgoKeySchema: { MgoIndexKeys: keys.map(([Name, Direction]) => ({ Name, Direction })), MgoIsUnique: false },
})

const INDEXES = [
  index('by_a_b', ['a', '1'], ['b', '-1']),
  index('by_b', ['b', '1']),
  index('by_c_a', ['c', '-1'], ['a', '1']),
  index('by_o_p', ['o.p', '1']),
]

beforeAll(() => {
  documents = openDocuments({
    file: join(folder, 'documents.sqlite'),
    collections: [
      { CollectionName: 'indexed', Indexes: INDEXES },
      { CollectionName: 'plain', Indexes: [] },
    ],
    now: () => 0,
    warn: (message) => warnings.push(message),
  })
})

beforeEach(() => void warnings.splice(0))

afterAll(() => {
  documents.close()
  rmSync(folder, { recursive: true })
})

interface Query {
  filter?: object
  order?: Record<string, number>
  limit?: number
}

async function read(
  collectionName: string,
  { filter = {}, order, limit = 1000 }: Query,
): Promise<Record<string, unknown>[]> {
  const answer = await documents.handle('database.getDocument', {
    collectionName,
    queryType: 'WHERE',
    query: JSON.stringify(filter),
    ...(order && { order: JSON.stringify(order) }),
    limit,
  })
  return (answer.data as { list: string[] }).list.map((text) => JSON.parse(text) as Record<string, unknown>)
}

async function store(collectionName: string, rows: readonly object[]): Promise<void> {
  await documents.handle('database.removeDocument', { collectionName, queryType: 'WHERE', query: '{}', multi: true })
  if (rows.length === 0) return
  await documents.handle('database.insertDocument', { collectionName, data: rows.map((row) => JSON.stringify(row)) })
}

describe('a query with an index', () => {
  const cases: [string, Query][] = [
    ['an equality', { filter: { a: 1 } }],
    ['an equality and a range', { filter: { a: 1, b: { $gt: 2 } } }],
    ['an equality and an order', { filter: { a: 1 }, order: { b: -1 } }],
    ['an equality and the reverse order', { filter: { a: 1 }, order: { b: 1 } }],
    ['an order alone', { order: { a: -1, b: 1 } }],
    ['a list of values', { filter: { a: { $in: [1, 2] } } }],
    ['an or of indexed branches', { filter: { $or: [{ a: 1 }, { b: 2 }] } }],
    ['an id', { filter: { _id: 1 } }],
    ['the order of ids', { order: { _id: -1 } }],
    ['everything', {}],
  ]
  it.each(cases)('is silent about %s', async (_name, query) => {
    await read('indexed', query)
    expect(warnings).toEqual([])
  })
})

describe('a query without an index', () => {
  it('names the index that would serve it: equality, order, range', async () => {
    await read('plain', { filter: { x: { $gt: 1 }, y: 5 }, order: { z: -1 } })
    expect(warnings).toEqual([
      'a query on plain reads the whole collection; an index on (y 1, z -1, x 1) would serve it',
    ])
  })
  it('warns once per shape, whatever the values', async () => {
    await read('plain', { filter: { once: 1 } })
    await read('plain', { filter: { once: 2 } })
    await read('plain', { filter: { twice: 2 } })
    expect(warnings).toHaveLength(2)
  })
  it('warns of an or with a branch that no index serves', async () => {
    await read('indexed', { filter: { $or: [{ a: 1 }, { nowhere: 2 }] } })
    expect(warnings).toHaveLength(1)
  })
})

describe('any query', () => {
  const scalar = fc.constantFrom<unknown>(null, 0, 1, 2, -1.5, '', 'a', 'b', true, false, {
    $date: '2026-05-10T01:00:00.000Z',
  })
  const value = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) })
  const row = fc.record(
    {
      // One array at most in each compound index, as MongoDB demands.
      a: scalar,
      b: value,
      c: scalar,
      o: fc.oneof(fc.record({ p: value }), fc.array(fc.record({ p: value }), { maxLength: 2 })),
    },
    { requiredKeys: [] },
  )
  const condition = fc.oneof(
    scalar,
    fc.record({ $gt: scalar }),
    fc.record({ $lte: scalar }),
    fc.record({ $gte: scalar, $lt: scalar }),
    fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
    fc.record({ $ne: scalar }),
    fc.record({ $exists: fc.boolean() }),
  )
  const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'o.p', '_id'), condition, {
    maxKeys: 3,
    noNullPrototype: true,
  })
  const filter = fc.oneof(
    fields,
    fc.record({ $or: fc.array(fields, { minLength: 1, maxLength: 3 }) }),
    fc.record({ $and: fc.array(fields, { minLength: 1, maxLength: 2 }) }),
  )
  const order = fc.constantFrom<Record<string, number>>(
    { a: 1, b: -1 },
    { b: 1 },
    { c: -1, a: 1 },
    { b: -1, a: -1 },
    { _id: -1 },
    { 'o.p': 1 },
  )

  it('finds the same documents through an index as by looking at each', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 12 }),
        fc.array(filter, { minLength: 4, maxLength: 4 }),
        async (rows, filters) => {
          const numbered = rows.map((each, _id) => ({ ...each, _id }))
          await store('indexed', numbered)
          await store('plain', numbered)
          for (const each of filters) {
            const ids = (await read('indexed', { filter: each })).map(({ _id }) => Number(_id))
            const expected = (await read('plain', { filter: each })).map(({ _id }) => Number(_id))
            expect(ids.sort((x, y) => x - y)).toEqual(expected.sort((x, y) => x - y))
            const counted = await documents.handle('database.calculateDocument', {
              collectionName: 'indexed',
              query: JSON.stringify(each),
            })
            expect(counted).toEqual({ data: { total: expected.length } })
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('comes in the same order through an index as sorted in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fields, order, async (rows, each, by) => {
        const numbered = rows.map((fieldsOf, _id) => ({ ...fieldsOf, _id }))
        await store('indexed', numbered)
        await store('plain', numbered)
        // The id settles ties, which an index may otherwise meet in either order.
        const query = { filter: each, order: { ...by, _id: 1 }, limit: 5 }
        expect(await read('indexed', query)).toEqual(await read('plain', query))
      }),
      { numRuns: 150 },
    )
  })
})
