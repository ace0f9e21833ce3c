import { conformanceCloud, type ConformanceCloud, describeWithIndexes } from '../support/cloud'

const COLLECTION = 'conformance_writing'
const UNIQUE = 'conformance_unique'

let cloud: ConformanceCloud
let db: ReturnType<ConformanceCloud['app']['database']>
let things: ReturnType<ReturnType<ConformanceCloud['app']['database']>['collection']>
let people: typeof things
let _: ReturnType<ConformanceCloud['app']['database']>['command']

beforeAll(async () => {
  cloud = await conformanceCloud({
    collections: [
      { CollectionName: COLLECTION, Indexes: [] },
      {
        CollectionName: UNIQUE,
        Indexes: [
          {
            IndexName: 'unique_number',
            MgoKeySchema: { MgoIndexKeys: [{ Name: 'number', Direction: '1' }], MgoIsUnique: true },
          },
        ],
      },
    ],
  })
  db = cloud.app.database()
  _ = db.command
  things = db.collection(COLLECTION)
  people = db.collection(UNIQUE)
})

beforeEach(async () => {
  await things.where({ _id: _.exists(true) }).remove()
  await people.where({ _id: _.exists(true) }).remove()
})

afterAll(async () => {
  await things.where({ _id: _.exists(true) }).remove()
  await people.where({ _id: _.exists(true) }).remove()
  await cloud.stop()
})

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error as { code: string }).code,
  )

describe('add', () => {
  it('makes an id and gives it back', async () => {
    const { id } = await things.add({ x: 1 })
    expect(typeof id).toBe('string')
    expect((await things.doc(id as string).get()).data).toEqual([{ _id: id, x: 1 }])
  })
  it('keeps an id the caller gave, a number too', async () => {
    await things.add({ _id: 7, x: 1 })
    expect((await things.doc(7).get()).data).toEqual([{ _id: 7, x: 1 }])
    expect((await things.doc('7').get()).data).toEqual([])
  })
  it('stores several at once', async () => {
    const { ids } = (await things.add([{ x: 1 }, { x: 2 }])) as unknown as { ids: string[] }
    expect(ids).toHaveLength(2)
    expect((await things.count()).total).toBe(2)
  })
  it('refuses an id that is taken', async () => {
    await things.add({ _id: 'one', x: 1 })
    expect(await codeOf(things.add({ _id: 'one', x: 2 }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect((await things.doc('one').get()).data).toEqual([{ _id: 'one', x: 1 }])
  })
})

describe('set', () => {
  it('creates a document that is not there', async () => {
    expect(await things.doc('one').set({ x: 1 })).toMatchObject({ updated: 0, upsertedId: 'one' })
  })
  it('replaces a document whole', async () => {
    await things.doc('one').set({ x: 1, y: 1 })
    expect(await things.doc('one').set({ z: 1 })).toMatchObject({ updated: 1 })
    expect((await things.doc('one').get()).data).toEqual([{ _id: 'one', z: 1 }])
  })
})

describe('update and remove', () => {
  it('an update of a document that is not there changes nothing', async () => {
    expect(await things.doc('none').update({ x: 1 })).toMatchObject({ updated: 0 })
    expect((await things.count()).total).toBe(0)
  })
  it('an update by condition reaches every document that fits', async () => {
    await things.add([{ x: 1 }, { x: 1 }, { x: 2 }])
    expect(await things.where({ x: 1 }).update({ y: _.inc(1) })).toMatchObject({ updated: 2 })
    expect((await things.where({ y: 1 }).count()).total).toBe(2)
  })
  it('a conditional update is atomic: twenty seats are sold once each to fifty callers', async () => {
    await things.doc('session').set({ remaining: 20 })
    const attempts = Array.from({ length: 50 }, () =>
      things.where({ _id: 'session', remaining: _.gte(1) }).update({ remaining: _.inc(-1) }),
    )
    const sold = (await Promise.all(attempts)).reduce((total, { updated }) => Number(total) + Number(updated), 0)
    expect(sold).toBe(20)
    expect((await things.doc('session').get()).data[0].remaining).toBe(0)
  })
  it('increments from many callers all count', async () => {
    await things.doc('counter').set({ n: 0 })
    await Promise.all(Array.from({ length: 40 }, () => things.doc('counter').update({ n: _.inc(1) })))
    expect((await things.doc('counter').get()).data[0].n).toBe(40)
  })
  it('remove by id and by condition says how many', async () => {
    await things.add([{ _id: 'one', x: 1 }, { x: 1 }, { x: 2 }])
    expect(await things.doc('one').remove()).toMatchObject({ deleted: 1 })
    expect(await things.doc('one').remove()).toMatchObject({ deleted: 0 })
    expect(await things.where({ x: 1 }).remove()).toMatchObject({ deleted: 1 })
    expect((await things.count()).total).toBe(1)
  })
  it('a positional update changes the element the filter found', async () => {
    await things.doc('one').set({ l: [{ p: 1 }, { p: 2 }] })
    await things.where({ _id: 'one', 'l.p': 2 }).update({ 'l.$.q': 5 })
    expect((await things.doc('one').get()).data[0].l).toEqual([{ p: 1 }, { p: 2, q: 5 }])
  })
  it('updateAndReturn gives the document as it became', async () => {
    await things.doc('one').set({ n: 1 })
    const answer = await things.where({ _id: 'one' }).updateAndReturn({ n: _.inc(1) })
    expect(answer).toMatchObject({ updated: 1, doc: { _id: 'one', n: 2 } })
  })
})

describeWithIndexes('unique indexes', () => {
  it('refuse a second document with the same key', async () => {
    await people.add({ number: 5 })
    expect(await codeOf(people.add({ number: 5 }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect((await people.count()).total).toBe(1)
  })
  it('refuse an update into a key that is taken, and leave the document alone', async () => {
    await people.add([
      { _id: 'a', number: 1 },
      { _id: 'b', number: 2 },
    ])
    expect(await codeOf(people.doc('b').update({ number: 1, name: 'x' }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect((await people.doc('b').get()).data).toEqual([{ _id: 'b', number: 2 }])
  })
  it('count an absent field as null: only one document may lack it', async () => {
    await people.add({ name: 'x' })
    expect(await codeOf(people.add({ name: 'y' }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(people.add({ number: null }))).toBe('DATABASE_DUPLICATE_WRITE')
  })
  it('tell 1 from "1"', async () => {
    await people.add({ number: 1 })
    expect(await codeOf(people.add({ number: '1' }))).toBe('accepted')
  })
  it('free a key when its document goes or changes', async () => {
    await people.add([
      { _id: 'a', number: 1 },
      { _id: 'b', number: 2 },
    ])
    await people.doc('a').remove()
    await people.doc('b').update({ number: 3 })
    expect(await codeOf(people.add([{ number: 1 }, { number: 2 }]))).toBe('accepted')
  })
  it('let exactly one of many simultaneous callers in', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(people.add({ number: 9 }))))
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(1)
    expect(codes.filter((code) => code === 'DATABASE_DUPLICATE_WRITE')).toHaveLength(19)
  })
  it('let a document be written again with its own key', async () => {
    await people.doc('a').set({ number: 1 })
    expect(await people.doc('a').set({ number: 1, name: 'x' })).toMatchObject({ updated: 1 })
  })
})
