import { conformanceCloud, type ConformanceCloud } from '../support/cloud'

const SALES = 'conformance_sales'
const SHOPS = 'conformance_shops'

let cloud: ConformanceCloud
let db: ReturnType<ConformanceCloud['app']['database']>
let _: ReturnType<ConformanceCloud['app']['database']>['command']
let $: typeof _.aggregate

const SOLD = [
  { _id: 1, shop: 'a', amount: 10, items: ['x', 'y'], at: new Date(Date.UTC(2026, 0, 5)) },
  { _id: 2, shop: 'a', amount: 30, items: ['x'], at: new Date(Date.UTC(2026, 1, 5)) },
  { _id: 3, shop: 'b', amount: 5, items: [], at: new Date(Date.UTC(2026, 1, 6)) },
  { _id: 4, shop: 'b', amount: 15, items: ['z', 'x'], at: new Date(Date.UTC(2026, 2, 1)) },
  { _id: 5, shop: 'c', amount: 1, at: new Date(Date.UTC(2026, 2, 2)) },
]

beforeAll(async () => {
  const byShop = { MgoIndexKeys: [{ Name: 'shop', Direction: '1' as const }], MgoIsUnique: false }
  cloud = await conformanceCloud({
    collections: [
      { CollectionName: SALES, Indexes: [{ IndexName: 'by_shop', MgoKeySchema: byShop }] },
      { CollectionName: SHOPS, Indexes: [] },
    ],
  })
  db = cloud.app.database()
  _ = db.command
  $ = _.aggregate
  await db
    .collection(SALES)
    .where({ _id: _.exists(true) })
    .remove()
  await db
    .collection(SHOPS)
    .where({ _id: _.exists(true) })
    .remove()
  await db.collection(SALES).add(SOLD)
  await db.collection(SHOPS).add([
    { _id: 'a', name: '七星' },
    { _id: 'b', name: '象山' },
  ])
})

afterAll(async () => {
  await db
    .collection(SALES)
    .where({ _id: _.exists(true) })
    .remove()
  await db
    .collection(SHOPS)
    .where({ _id: _.exists(true) })
    .remove()
  await cloud.stop()
})

const sales = () => db.collection(SALES).aggregate()
const rows = async (pipeline: { end(): Promise<{ data: object[] }> }) => (await pipeline.end()).data

it('match keeps what fits', async () => {
  expect(await rows(sales().match({ shop: 'a', amount: _.gt(10) }))).toEqual([SOLD[1]])
})
it('match, sort, skip and limit', async () => {
  const found = await rows(
    sales()
      .match({ shop: _.neq('c') })
      .sort({ amount: -1 })
      .skip(1)
      .limit(2)
      .project({ amount: 1 }),
  )
  expect(found).toEqual([
    { _id: 4, amount: 15 },
    { _id: 1, amount: 10 },
  ])
})
it('group sums, averages, counts and finds the extremes', async () => {
  const grouped = sales()
    .group({
      _id: '$shop',
      total: $.sum('$amount'),
      average: $.avg('$amount'),
      count: $.sum(1),
      least: $.min('$amount'),
      most: $.max('$amount'),
    })
    .sort({ _id: 1 })
  expect(await rows(grouped)).toEqual([
    { _id: 'a', total: 40, average: 20, count: 2, least: 10, most: 30 },
    { _id: 'b', total: 20, average: 10, count: 2, least: 5, most: 15 },
    { _id: 'c', total: 1, average: 1, count: 1, least: 1, most: 1 },
  ])
})
it('group over everything', async () => {
  expect(await rows(sales().group({ _id: null, total: $.sum('$amount') }))).toEqual([{ _id: null, total: 61 }])
})
it('group gathers values and sets, first and last', async () => {
  const grouped = sales()
    .match({ shop: 'a' })
    .sort({ amount: 1 })
    .group({ _id: '$shop', all: $.push('$amount'), first: $.first('$amount'), last: $.last('$amount') })
  expect(await rows(grouped)).toEqual([{ _id: 'a', all: [10, 30], first: 10, last: 30 }])
})
it('group by several fields', async () => {
  const grouped = sales().group({ _id: { shop: '$shop', month: $.month('$at') }, n: $.sum(1) })
  expect(await rows(grouped)).toContainEqual({ _id: { shop: 'b', month: 2 }, n: 1 })
})
it('a match after the group', async () => {
  const grouped = sales()
    .group({ _id: '$shop', total: $.sum('$amount') })
    .match({ total: _.gte(20) })
    .sort({ total: -1 })
  expect(await rows(grouped)).toEqual([
    { _id: 'a', total: 40 },
    { _id: 'b', total: 20 },
  ])
})
it('project computes and leaves out', async () => {
  const projected = sales()
    .match({ _id: 1 })
    .project({ _id: 0, double: $.multiply(['$amount', 2]), shop: 1 })
  expect(await rows(projected)).toEqual([{ double: 20, shop: 'a' }])
})
it('addFields keeps the rest', async () => {
  const [row] = await rows(
    sales()
      .match({ _id: 1 })
      .addFields({ big: $.gte(['$amount', 10]) }),
  )
  expect(row).toEqual({ ...SOLD[0], big: true })
})
it('unwind makes a document of each element', async () => {
  const counted = sales()
    .unwind('$items')
    .group({ _id: '$items', n: $.sum(1) })
    .sort({ n: -1, _id: 1 })
  expect(await rows(counted)).toEqual([
    { _id: 'x', n: 3 },
    { _id: 'y', n: 1 },
    { _id: 'z', n: 1 },
  ])
})
it('unwind keeps empty arrays when asked', async () => {
  const kept = sales().unwind({ path: '$items', preserveNullAndEmptyArrays: true }).count('n')
  expect(await rows(kept)).toEqual([{ n: 7 }])
})
it('count', async () => expect(await rows(sales().match({ shop: 'b' }).count('n'))).toEqual([{ n: 2 }]))
it('sortByCount', async () => {
  expect((await rows(sales().sortByCount('$shop')))[2]).toEqual({ _id: 'c', count: 1 })
})
it('lookup joins another collection', async () => {
  const joined = sales()
    .match({ _id: _.in([4, 5]) })
    .lookup({ from: SHOPS, localField: 'shop', foreignField: '_id', as: 'where' })
    .sort({ _id: 1 })
    .project({ where: 1 })
  expect(await rows(joined)).toEqual([
    { _id: 4, where: [{ _id: 'b', name: '象山' }] },
    { _id: 5, where: [] },
  ])
})
it('replaceRoot', async () => {
  const replaced = sales()
    .match({ _id: 1 })
    .replaceRoot({ newRoot: { s: '$shop' } })
  expect(await rows(replaced)).toEqual([{ s: 'a' }])
})
it('dates keep their type through a pipeline', async () => {
  const [row] = (await rows(sales().group({ _id: null, last: $.max('$at') }))) as { last: Date }[]
  expect(row?.last).toEqual(new Date(Date.UTC(2026, 2, 2)))
})
it('dates are formatted in a time zone', async () => {
  const day = $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' })
  expect(await rows(sales().match({ _id: 1 }).project({ _id: 0, day }))).toEqual([{ day: '2026-01-05' }])
})
it('cond chooses', async () => {
  const chosen = sales()
    .match({ shop: 'b' })
    .sort({ _id: 1 })
    .project({
      _id: 0,
      size: $.cond({ if: $.gt(['$amount', 10]), then: 'big', else: 'small' }),
    })
  expect(await rows(chosen)).toEqual([{ size: 'small' }, { size: 'big' }])
})
it('an empty pipeline gives everything', async () => expect(await rows(sales().skip(0))).toHaveLength(5))
it('an aggregation over a collection that does not exist is refused', async () => {
  await expect(db.collection('conformance_none').aggregate().count('n').end()).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  })
})
