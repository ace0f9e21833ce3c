import { conformanceCloud, type ConformanceCloud } from '../support/cloud'

const PLAIN = 'conformance_reading_plain'
const INDEXED = 'conformance_reading_indexed'

let cloud: ConformanceCloud
let _: ReturnType<ConformanceCloud['app']['database']>['command']
let db: ReturnType<ConformanceCloud['app']['database']>

const index = (name: string, ...fields: [string, '1' | '-1'][]) => ({
  IndexName: name,
  MgoKeySchema: { MgoIndexKeys: fields.map(([Name, Direction]) => ({ Name, Direction })), MgoIsUnique: false },
})

beforeAll(async () => {
  cloud = await conformanceCloud({
    collections: [
      { CollectionName: PLAIN, Indexes: [] },
      {
        CollectionName: INDEXED,
        Indexes: [
          index('by_value', ['v', '1']),
          index('by_group', ['group', '1'], ['n', '-1'], ['_id', '-1']),
          index('by_tags', ['tags', '1']),
        ],
      },
    ],
  })
  db = cloud.app.database()
  _ = db.command
})

afterAll(async () => {
  for (const name of [PLAIN, INDEXED])
    await db
      .collection(name)
      .where({ _id: _.exists(true) })
      .remove()
  await cloud.stop()
})

const ids = (data: { _id: string }[]): string[] => data.map(({ _id }) => _id)

// Everything must read the same with and without an index.
describe.each([PLAIN, INDEXED])('reading %s', (name) => {
  const things = () => db.collection(name)
  beforeEach(async () => {
    await things()
      .where({ _id: _.exists(true) })
      .remove()
  })

  describe('order over mixed types', () => {
    const inOrder = [
      { _id: 'empty array', v: [] },
      { _id: 'null', v: null },
      { _id: 'minus', v: -5.5 },
      { _id: 'zero', v: 0 },
      { _id: 'two', v: 2 },
      { _id: 'ten', v: 10 },
      { _id: 'no text', v: '' },
      { _id: 'A', v: 'A' },
      { _id: 'a', v: 'a' },
      { _id: 'aa', v: 'aa' },
      { _id: '桂', v: '桂' },
      { _id: 'object', v: { x: 1 } },
      { _id: 'false', v: false },
      { _id: 'true', v: true },
      { _id: 'earlier', v: new Date(Date.UTC(1969, 1, 1)) },
      { _id: 'later', v: new Date(Date.UTC(2026, 1, 1)) },
    ]

    it('null, numbers, text, objects, booleans, dates', async () => {
      await things().add([...inOrder].reverse())
      expect(ids((await things().orderBy('v', 'asc').get()).data)).toEqual(ids(inOrder))
    })
    it('and the other way round', async () => {
      await things().add(inOrder)
      expect(ids((await things().orderBy('v', 'desc').get()).data)).toEqual(ids(inOrder).reverse())
    })
    it('absent fields come with null', async () => {
      await things().add([{ _id: 'one', v: 1 }, { _id: 'absent' }])
      expect(ids((await things().orderBy('v', 'asc').get()).data)).toEqual(['absent', 'one'])
    })
    it('an array counts as its least element going up and its greatest going down', async () => {
      await things().add([
        { _id: 'wide', v: [1, 9] },
        { _id: 'five', v: 5 },
      ])
      expect(ids((await things().orderBy('v', 'asc').get()).data)).toEqual(['wide', 'five'])
      expect(ids((await things().orderBy('v', 'desc').get()).data)).toEqual(['wide', 'five'])
    })
    it('a bound on an array does not change its place', async () => {
      await things().add([
        { _id: 'wide', v: [1, 9] },
        { _id: 'five', v: 5 },
      ])
      const { data } = await things()
        .where({ v: _.gt(3) })
        .orderBy('v', 'asc')
        .get()
      expect(ids(data)).toEqual(['wide', 'five'])
    })
  })

  describe('compound order and cursors', () => {
    const rows = Array.from({ length: 60 }, (_unused, at) => ({
      _id: `id${String(at).padStart(2, '0')}`,
      group: at % 2 ? 'x' : 'y',
      n: Math.floor(at / 10),
    }))
    beforeEach(async () => {
      await things().add(rows)
    })
    const sorted = (group: string) =>
      ids(
        rows
          .filter((row) => row.group === group)
          .sort((left, right) => right.n - left.n || (left._id < right._id ? 1 : -1)),
      )

    it('in the index’s direction', async () => {
      const { data } = await things().where({ group: 'x' }).orderBy('n', 'desc').orderBy('_id', 'desc').get()
      expect(ids(data)).toEqual(sorted('x'))
    })
    it('in the reverse direction', async () => {
      const { data } = await things().where({ group: 'x' }).orderBy('n', 'asc').orderBy('_id', 'asc').get()
      expect(ids(data)).toEqual(sorted('x').reverse())
    })
    it('in a direction no index has', async () => {
      const { data } = await things().where({ group: 'x' }).orderBy('n', 'desc').orderBy('_id', 'asc').limit(3).get()
      expect(ids(data)).toEqual(['id51', 'id53', 'id55'])
    })
    it('pages by cursor meet every document once', async () => {
      const seen: string[] = []
      for (let last: { n: number; _id: string } | undefined; ;) {
        const further = last && _.or([{ n: _.lt(last.n) }, { n: last.n, _id: _.lt(last._id) }])
        const filter = further ? _.and([{ group: 'y' }, further]) : { group: 'y' }
        const { data } = await things().where(filter).orderBy('n', 'desc').orderBy('_id', 'desc').limit(7).get()
        seen.push(...ids(data))
        last = data.at(-1)
        if (data.length < 7) break
      }
      expect(seen).toEqual(sorted('y'))
    })
    it('several groups in one order', async () => {
      const { data } = await things()
        .where({ group: _.in(['x', 'y']) })
        .orderBy('n', 'desc')
        .orderBy('_id', 'desc')
        .limit(12)
        .get()
      expect(ids(data)).toEqual(ids([...rows].reverse().slice(0, 12)))
    })
    it('skip and limit cut from the order', async () => {
      const { data } = await things()
        .where({ group: 'x' })
        .orderBy('n', 'desc')
        .orderBy('_id', 'desc')
        .skip(5)
        .limit(4)
        .get()
      expect(ids(data)).toEqual(sorted('x').slice(5, 9))
    })
    it('a filter beside the index still filters', async () => {
      const { data } = await things()
        .where({ group: 'x', n: _.lte(4), _id: /[37]$/ })
        .orderBy('n', 'desc')
        .get()
      expect(data).toHaveLength(10)
      expect(data[0].n).toBe(4)
    })
    it('an or over two indexes meets each document once', async () => {
      const { data } = await things()
        .where(_.or([{ group: 'x', n: 5 }, { group: 'x', n: _.gte(5) }, { _id: 'id00' }]))
        .get()
      expect(ids(data).sort()).toEqual(['id00', 'id51', 'id53', 'id55', 'id57', 'id59'])
    })
    it('counts with and without conditions', async () => {
      expect((await things().count()).total).toBe(60)
      expect((await things().where({ group: 'x' }).count()).total).toBe(30)
      expect(
        (
          await things()
            .where({ group: 'x', n: _.gte(4) })
            .count()
        ).total,
      ).toBe(10)
      expect((await things().where({ n: 3, _id: /9$/ }).count()).total).toBe(1)
      expect((await things().where({ group: 'z' }).count()).total).toBe(0)
    })
  })

  it('elements of arrays are found once per document', async () => {
    await things().add([
      { _id: 'a', tags: ['x', 'y'] },
      { _id: 'b', tags: ['y', 'z'] },
      { _id: 'c', tags: [] },
      { _id: 'd' },
    ])
    const find = async (filter: object) => ids((await things().where(filter).get()).data).sort()
    expect(await find({ tags: 'y' })).toEqual(['a', 'b'])
    expect(await find({ tags: _.in(['x', 'y', 'z']) })).toEqual(['a', 'b'])
    expect(await find({ tags: _.gte('x') })).toEqual(['a', 'b'])
    expect(await find({ tags: null })).toEqual(['d'])
    expect(
      (
        await things()
          .where({ tags: _.gte('x') })
          .count()
      ).total,
    ).toBe(2)
  })

  it('null is found under an index as well', async () => {
    await things().add([{ _id: 'a', v: null }, { _id: 'b' }, { _id: 'c', v: 0 }])
    expect(ids((await things().where({ v: null }).get()).data).sort()).toEqual(['a', 'b'])
    expect(
      ids(
        (
          await things()
            .where({ v: _.neq(null) })
            .get()
        ).data,
      ),
    ).toEqual(['c'])
  })

  it('a changed document is found under its new value only', async () => {
    await things().add({ _id: 'a', v: 1 })
    await things().doc('a').update({ v: 'now text' })
    expect((await things().where({ v: 1 }).get()).data).toEqual([])
    expect(ids((await things().where({ v: 'now text' }).get()).data)).toEqual(['a'])
    await things().doc('a').remove()
    expect((await things().where({ v: 'now text' }).count()).total).toBe(0)
  })

  it('gives 100 documents by default, up to 1000 when asked, never more', async () => {
    await things().add(Array.from({ length: 600 }, (_unused, n) => ({ n, group: 'many' })))
    await things().add(Array.from({ length: 600 }, (_unused, n) => ({ n, group: 'many' })))
    expect((await things().get()).data).toHaveLength(100)
    expect((await things().where({ group: 'many' }).limit(5000).get()).data).toHaveLength(1000)
  })

  it('projections include, leave out and reach inside', async () => {
    await things().add({ _id: 'a', x: 1, o: { p: 1, q: 2 }, l: [1, 2, 3] })
    const get = async (projection: object) => (await things().field(projection).get()).data[0]
    expect(await get({ x: true })).toEqual({ _id: 'a', x: 1 })
    expect(await get({ x: true, _id: false })).toEqual({ x: 1 })
    expect(await get({ o: false, l: false })).toEqual({ _id: 'a', x: 1 })
    expect(await get({ 'o.p': true })).toEqual({ _id: 'a', o: { p: 1 } })
    expect((await things().doc('a').field({ l: true }).get()).data).toEqual([{ _id: 'a', l: [1, 2, 3] }])
  })
})
