import { conformanceCloud, type ConformanceCloud } from '../support/cloud'

const COLLECTION = 'conformance_queries'

let test: ConformanceCloud
let things: ReturnType<ReturnType<ConformanceCloud['app']['database']>['collection']>
let _: ReturnType<ConformanceCloud['app']['database']>['command']
let db: ReturnType<ConformanceCloud['app']['database']>

beforeAll(async () => {
  test = await conformanceCloud({ collections: [{ CollectionName: COLLECTION, Indexes: [] }] })
  db = test.app.database()
  _ = db.command
  things = db.collection(COLLECTION)
})

afterAll(async () => {
  await things.where({ _id: _.exists(true) }).remove()
  await test.stop()
})

/** Stores documents with the ids a, b, c… and says which of them a filter finds. */
async function found(documents: object[], filter: object): Promise<string> {
  await things.where({ _id: _.exists(true) }).remove()
  await things.add(documents.map((document, at) => ({ _id: 'abcdefghij'[at], ...document })))
  const { data } = await things.where(filter).get()
  return data
    .map(({ _id }: { _id: string }) => _id)
    .sort()
    .join('')
}

describe('comparison', () => {
  const numbers = [{ n: 1 }, { n: 2 }, { n: 3 }, { n: '2' }, {}]

  it('finds equal values of the same type only', async () => expect(await found(numbers, { n: 2 })).toBe('b'))
  it('eq', async () => expect(await found(numbers, { n: _.eq(2) })).toBe('b'))
  it('neq counts absent fields and other types', async () => expect(await found(numbers, { n: _.neq(2) })).toBe('acde'))
  it('gt stays inside the type', async () => expect(await found(numbers, { n: _.gt(1) })).toBe('bc'))
  it('gte', async () => expect(await found(numbers, { n: _.gte(2) })).toBe('bc'))
  it('lt', async () => expect(await found(numbers, { n: _.lt(2) })).toBe('a'))
  it('lte', async () => expect(await found(numbers, { n: _.lte(2) })).toBe('ab'))
  it('a range from both sides', async () => expect(await found(numbers, { n: _.gt(1).and(_.lt(3)) })).toBe('b'))
  it('in', async () => expect(await found(numbers, { n: _.in([1, '2']) })).toBe('ad'))
  it('in with an empty list finds nothing', async () => expect(await found(numbers, { n: _.in([]) })).toBe(''))
  it('nin', async () => expect(await found(numbers, { n: _.nin([1, '2']) })).toBe('bce'))
  it('compares strings by their bytes', async () => {
    expect(await found([{ s: 'a' }, { s: 'B' }, { s: '桂' }], { s: _.gt('a') })).toBe('c')
  })
  it('compares dates', async () => {
    const days = [1, 2, 3].map((day) => ({ at: new Date(Date.UTC(2026, 4, day)) }))
    expect(await found(days, { at: _.gte(new Date(Date.UTC(2026, 4, 2))) })).toBe('bc')
    expect(await found(days, { at: new Date(Date.UTC(2026, 4, 3)) })).toBe('c')
  })
  it('compares booleans', async () => expect(await found([{ b: true }, { b: false }, {}], { b: false })).toBe('b'))
  it('mod', async () =>
    expect(
      await found([{ n: 4 }, { n: 5 }, { n: 7 }], {
        n: (_ as unknown as { mod(divisor: number, remainder: number): unknown }).mod(3, 1),
      }),
    ).toBe('ac'))
})

describe('null and absent fields', () => {
  const some = [{ n: null }, {}, { n: 0 }, { n: '' }]

  it('null finds null and absent', async () => expect(await found(some, { n: null })).toBe('ab'))
  it('neq null finds what is there', async () => expect(await found(some, { n: _.neq(null) })).toBe('cd'))
  it('lte null finds null and absent', async () => expect(await found(some, { n: _.lte(null) })).toBe('ab'))
  it('gte null finds null and absent', async () => expect(await found(some, { n: _.gte(null) })).toBe('ab'))
  it('gt null finds nothing', async () => expect(await found(some, { n: _.gt(null) })).toBe(''))
  it('in with null finds absent too', async () => expect(await found(some, { n: _.in([null, 0]) })).toBe('abc'))
  it('exists tells absent from null', async () => {
    expect(await found(some, { n: _.exists(true) })).toBe('acd')
    expect(await found(some, { n: _.exists(false) })).toBe('b')
  })
})

describe('logic', () => {
  const pairs = [
    { x: 1, y: 1 },
    { x: 1, y: 2 },
    { x: 2, y: 1 },
    { x: 2, y: 2 },
  ]

  it('fields of one filter are all required', async () => expect(await found(pairs, { x: 1, y: 2 })).toBe('b'))
  it('and', async () => expect(await found(pairs, _.and([{ x: 1 }, { y: 1 }]))).toBe('a'))
  it('or over fields', async () => expect(await found(pairs, _.or([{ x: 1 }, { y: 1 }]))).toBe('abc'))
  it('or over values', async () => expect(await found(pairs, { x: _.eq(1).or(_.gt(5)) })).toBe('ab'))
  it('nor', async () => expect(await found(pairs, _.nor([{ x: 1 }, { y: 1 }]))).toBe('d'))
  it('not', async () => expect(await found(pairs, { x: _.not(_.gt(1)) })).toBe('ab'))
  it('not finds absent fields', async () => expect(await found([{}, { x: 5 }], { x: _.not(_.gt(1)) })).toBe('a'))
  it('or inside and', async () => {
    const filter = _.and([{ x: 2 }, _.or([{ y: 2 }, { y: 3 }])])
    expect(await found(pairs, filter)).toBe('d')
  })
})

describe('arrays and nesting', () => {
  const tagged = [{ t: ['x', 'y'] }, { t: ['y'] }, { t: [] }, { t: 'x' }, {}]

  it('a value finds arrays that contain it', async () => expect(await found(tagged, { t: 'x' })).toBe('ad'))
  it('all', async () => expect(await found(tagged, { t: _.all(['x', 'y']) })).toBe('a'))
  it('size', async () => expect(await found(tagged, { t: _.size(1) })).toBe('b'))
  it('size 0 finds empty arrays, not absent ones', async () => expect(await found(tagged, { t: _.size(0) })).toBe('c'))
  it('in looks into arrays', async () => expect(await found(tagged, { t: _.in(['y', 'z']) })).toBe('ab'))
  it('two bounds may be met by two elements', async () => {
    expect(await found([{ n: [0, 10] }, { n: [5] }, { n: [20] }], { n: _.gt(4).and(_.lt(6)) })).toBe('ab')
  })
  it('elemMatch wants one element to meet all', async () => {
    expect(await found([{ n: [0, 10] }, { n: [5] }], { n: _.elemMatch({ $gt: 4, $lt: 6 }) })).toBe('b')
  })
  it('elemMatch over objects', async () => {
    const lists = [
      { l: [{ p: 1, q: 2 }] },
      {
        l: [
          { p: 1, q: 1 },
          { p: 2, q: 2 },
        ],
      },
    ]
    expect(await found(lists, { l: _.elemMatch({ p: 1, q: 2 }) })).toBe('a')
  })
  it('dotted paths reach into objects', async () => {
    expect(await found([{ o: { p: { q: 1 } } }, { o: { p: 1 } }], { 'o.p.q': 1 })).toBe('a')
  })
  it('a nested filter is a dotted path', async () => {
    expect(await found([{ o: { p: 1, r: 1 } }, { o: { p: 2 } }], { o: { p: 1 } })).toBe('a')
  })
  it('dotted paths reach into the objects of an array', async () => {
    expect(await found([{ l: [{ p: 1 }, { p: 2 }] }, { l: [{ p: 3 }] }], { 'l.p': 2 })).toBe('a')
  })
  it('a number in a path is a place in an array', async () => {
    expect(await found([{ l: [1, 2] }, { l: [2, 1] }], { 'l.0': 2 })).toBe('b')
  })
})

describe('regular expressions', () => {
  const names = [{ s: 'Guilin' }, { s: 'guilin' }, { s: '桂林' }, { s: 5 }]

  it('a literal', async () => expect(await found(names, { s: /^gui/ })).toBe('b'))
  it('with options', async () =>
    expect(await found(names, { s: db.RegExp({ regexp: '^gui', options: 'i' }) })).toBe('ab'))
  it('over Chinese text', async () => expect(await found(names, { s: db.RegExp({ regexp: '林$' }) })).toBe('c'))
  it('not', async () => expect(await found(names, { s: _.not(/gui/i) })).toBe('cd'))
})
