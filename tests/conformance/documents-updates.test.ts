import { conformanceCloud, type ConformanceCloud } from '../support/cloud'

const COLLECTION = 'conformance_updates'

let cloud: ConformanceCloud
let things: ReturnType<ReturnType<ConformanceCloud['app']['database']>['collection']>
let _: ReturnType<ConformanceCloud['app']['database']>['command']
let db: ReturnType<ConformanceCloud['app']['database']>

beforeAll(async () => {
  cloud = await conformanceCloud({ collections: [{ CollectionName: COLLECTION, Indexes: [] }] })
  db = cloud.app.database()
  _ = db.command
  things = db.collection(COLLECTION)
})

beforeEach(async () => {
  await things.where({ _id: _.exists(true) }).remove()
})

afterAll(async () => {
  await things.where({ _id: _.exists(true) }).remove()
  await cloud.stop()
})

/** Stores one document, updates it and gives back what it became, without its id. */
async function updated(before: object, change: object): Promise<object> {
  await things.doc('one').set(before)
  await things.doc('one').update(change)
  const { data } = await things.doc('one').get()
  const { _id, ...rest } = data[0]
  expect(_id).toBe('one')
  return rest
}

/** The code an update is refused with; the document must be as it was. */
async function refusal(before: object, change: object): Promise<string> {
  await things.doc('one').set(before)
  const error = await things
    .doc('one')
    .update(change)
    .then(
      () => ({ code: 'accepted' }),
      (reason: unknown) => reason as { code: string },
    )
  expect((await things.doc('one').get()).data).toEqual([{ _id: 'one', ...before }])
  return error.code
}

describe('fields', () => {
  it('set adds and replaces fields and leaves the others', async () => {
    expect(await updated({ x: 1, y: 1 }, { y: 2, z: 3 })).toEqual({ x: 1, y: 2, z: 3 })
  })
  it('a nested object is merged', async () => {
    expect(await updated({ o: { p: 1, q: 1 } }, { o: { q: 2 } })).toEqual({ o: { p: 1, q: 2 } })
  })
  it('_.set replaces a nested object whole', async () => {
    expect(await updated({ o: { p: 1, q: 1 } }, { o: _.set({ q: 2 }) })).toEqual({ o: { q: 2 } })
  })
  it('a dotted path creates what lies on it', async () => {
    expect(await updated({}, { 'o.p.q': 1 })).toEqual({ o: { p: { q: 1 } } })
  })
  it('a number in a path changes one element', async () => {
    expect(await updated({ l: [1, 2] }, { 'l.1': 5 })).toEqual({ l: [1, 5] })
  })
  it('remove takes a field away', async () =>
    expect(await updated({ x: 1, y: 1 }, { x: _.remove() })).toEqual({ y: 1 }))
  it('rename', async () => expect(await updated({ x: 1 }, { x: _.rename('y') })).toEqual({ y: 1 }))
  it('null, dates and arrays are stored as they are', async () => {
    const at = new Date(Date.UTC(2026, 4, 10, 1, 2, 3, 4))
    expect(await updated({}, { n: null, at, l: [at, null, [1]] })).toEqual({ n: null, at, l: [at, null, [1]] })
  })
})

describe('numbers', () => {
  it('inc', async () => expect(await updated({ n: 1 }, { n: _.inc(-3) })).toEqual({ n: -2 }))
  it('inc begins at 0', async () => expect(await updated({}, { n: _.inc(4) })).toEqual({ n: 4 }))
  it('mul', async () => expect(await updated({ n: 3 }, { n: _.mul(2.5) })).toEqual({ n: 7.5 }))
  it('mul of an absent field is 0', async () => expect(await updated({}, { n: _.mul(5) })).toEqual({ n: 0 }))
  it('min keeps the smaller', async () =>
    expect(await updated({ a: 3, b: 3 }, { a: _.min(2), b: _.min(5) })).toEqual({ a: 2, b: 3 }))
  it('max keeps the greater', async () =>
    expect(await updated({ a: 3, b: 3 }, { a: _.max(2), b: _.max(5) })).toEqual({ a: 3, b: 5 }))
  it('inc on text is refused', async () =>
    expect(await refusal({ n: '1' }, { n: _.inc(1) })).toBe('DATABASE_REQUEST_FAILED'))
  it('inc on null is refused', async () =>
    expect(await refusal({ n: null }, { n: _.inc(1) })).toBe('DATABASE_REQUEST_FAILED'))
  it('inc by text is refused', async () => {
    expect(await refusal({ n: 1 }, { n: _.inc('1' as unknown as number) })).toBe('DATABASE_REQUEST_FAILED')
  })
  it('mul on text is refused', async () =>
    expect(await refusal({ n: 'x' }, { n: _.mul(2) })).toBe('DATABASE_REQUEST_FAILED'))
})

describe('paths that cannot be', () => {
  it('below a number', async () => expect(await refusal({ n: 1 }, { 'n.x': 1 })).toBe('DATABASE_REQUEST_FAILED'))
  it('below null', async () => expect(await refusal({ n: null }, { 'n.x': 1 })).toBe('DATABASE_REQUEST_FAILED'))
  it('below a date', async () =>
    expect(await refusal({ n: new Date(0) }, { 'n.x': 1 })).toBe('DATABASE_REQUEST_FAILED'))
  it('a name inside an array', async () =>
    expect(await refusal({ l: [1] }, { 'l.x': 1 })).toBe('DATABASE_REQUEST_FAILED'))
  it('a place far behind an array', async () => {
    expect(await refusal({ l: [1] }, { 'l.999999999': 1 })).toBe('DATABASE_REQUEST_FAILED')
  })
})

describe('arrays', () => {
  it('push one', async () => expect(await updated({ l: [1] }, { l: _.push(2) })).toEqual({ l: [1, 2] }))
  it('push several', async () => expect(await updated({ l: [1] }, { l: _.push([2, 3]) })).toEqual({ l: [1, 2, 3] }))
  it('push makes the array', async () => expect(await updated({}, { l: _.push(['x']) })).toEqual({ l: ['x'] }))
  it('push at a position', async () => {
    expect(await updated({ l: [1, 4] }, { l: _.push({ each: [2, 3], position: 1 }) })).toEqual({ l: [1, 2, 3, 4] })
  })
  it('push with sort and slice keeps the best', async () => {
    const change = { l: _.push({ each: [{ n: 5 }, { n: 1 }], sort: { n: -1 }, slice: 2 }) }
    expect(await updated({ l: [{ n: 3 }] }, change)).toEqual({ l: [{ n: 5 }, { n: 3 }] })
  })
  it('push with a negative slice keeps the last', async () => {
    expect(await updated({ l: [1, 2] }, { l: _.push({ each: [3], slice: -2 }) })).toEqual({ l: [2, 3] })
  })
  it('push on text is refused', async () =>
    expect(await refusal({ l: 'x' }, { l: _.push(1) })).toBe('DATABASE_REQUEST_FAILED'))
  it('push on null is refused', async () =>
    expect(await refusal({ l: null }, { l: _.push(1) })).toBe('DATABASE_REQUEST_FAILED'))
  it('unshift', async () => expect(await updated({ l: [3] }, { l: _.unshift([1, 2]) })).toEqual({ l: [1, 2, 3] }))
  it('pop', async () => expect(await updated({ l: [1, 2] }, { l: _.pop() })).toEqual({ l: [1] }))
  it('shift', async () => expect(await updated({ l: [1, 2] }, { l: _.shift() })).toEqual({ l: [2] }))
  it('pull by value', async () => expect(await updated({ l: [1, 2, 1] }, { l: _.pull(1) })).toEqual({ l: [2] }))
  it('pull by condition', async () => {
    expect(await updated({ l: [1, 5, 9] }, { l: _.pull(_.gt(4)) })).toEqual({ l: [1] })
  })
  it('pull objects by their fields', async () => {
    expect(await updated({ l: [{ p: 1, q: 1 }, { p: 2 }] }, { l: _.pull({ p: 1 }) })).toEqual({ l: [{ p: 2 }] })
  })
  it('pullAll', async () => expect(await updated({ l: [1, 2, 3] }, { l: _.pullAll([1, 3]) })).toEqual({ l: [2] }))
  it('addToSet adds what is new', async () => {
    expect(await updated({ l: [1] }, { l: _.addToSet({ $each: [1, 2] }) })).toEqual({ l: [1, 2] })
    expect(await updated({ l: [1] }, { l: _.addToSet(1) })).toEqual({ l: [1] })
  })
  it('addToSet on text is refused', async () => {
    expect(await refusal({ l: 'x' }, { l: _.addToSet(1) })).toBe('DATABASE_REQUEST_FAILED')
  })
})

describe('server dates', () => {
  it('are the server’s time, with an offset', async () => {
    await things.doc('one').set({ at: db.serverDate() })
    await things.doc('two').set({ at: db.serverDate({ offset: 3600_000 }), deep: { l: [db.serverDate()] } })
    const [one] = (await things.doc('one').get()).data
    const [two] = (await things.doc('two').get()).data
    expect(one.at).toBeInstanceOf(Date)
    expect(two.deep.l[0]).toBeInstanceOf(Date)
    expect(two.at.getTime() - one.at.getTime()).toBeGreaterThanOrEqual(3600_000)
    expect(two.at.getTime() - one.at.getTime()).toBeLessThan(3660_000)
  })
})
