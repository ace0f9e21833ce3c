import { conformanceCloud, type ConformanceCloud } from '../support/cloud'

type Answer = { code?: string; data?: unknown }

const COLLECTION = 'conformance_refusals'

let cloud: ConformanceCloud
let db: ReturnType<ConformanceCloud['app']['database']>
let things: ReturnType<ReturnType<ConformanceCloud['app']['database']>['collection']>
let _: ReturnType<ConformanceCloud['app']['database']>['command']

beforeAll(async () => {
  cloud = await conformanceCloud({ collections: [{ CollectionName: COLLECTION, Indexes: [] }] })
  db = cloud.app.database()
  _ = db.command
  things = db.collection(COLLECTION)
})

beforeEach(async () => {
  await things.where({ _id: _.exists(true) }).remove()
  await things.add({ _id: 'one', x: 1, l: [1] })
})

// Whatever was asked, the server is alive and the document as it was.
afterEach(async () => {
  expect((await things.limit(5).get()).data).toEqual([{ _id: 'one', x: 1, l: [1] }])
})

afterAll(async () => {
  await things.where({ _id: _.exists(true) }).remove()
  await cloud.stop()
})

/** Posts an action past the SDK's own checks, signed and sent by the SDK. */
async function post(action: string, parameters: object): Promise<string> {
  const { reqClass } = db.constructor as unknown as {
    reqClass: new (config: unknown) => { send(action: string, parameters: object): Promise<Answer> }
  }
  const request = new reqClass((db as unknown as { config: unknown }).config)
  return request.send(action, { collectionName: COLLECTION, ...parameters }).then(
    ({ code }) => code ?? 'accepted',
    (error: unknown) => (error as { code: string }).code,
  )
}

const get = (query: unknown, more: object = {}) =>
  post('database.getDocument', {
    queryType: 'WHERE',
    query: typeof query === 'string' ? query : JSON.stringify(query),
    ...more,
  })
const insert = (data: unknown) =>
  post('database.insertDocument', { data: [typeof data === 'string' ? data : JSON.stringify(data)] })
const modify = (data: unknown, more: object = {}) =>
  post('database.modifyDocument', {
    queryType: 'DOC',
    query: '{"_id":"one"}',
    merge: true,
    data: typeof data === 'string' ? data : JSON.stringify(data),
    ...more,
  })

describe('malformed requests', () => {
  it.each([
    ['text that is not JSON', '{"x":'],
    ['a list for a filter', '[]'],
    ['a date that is none', { x: { $date: 'yesterday' } }],
    ['a number that is none', { x: { $numberInt: 'five' } }],
    ['an object id that is none', { x: { $oid: 'xyz' } }],
    ['a regular expression that does not compile', { x: { $regularExpression: { pattern: '(', options: '' } } }],
    ['a regular expression with an unknown flag', { x: { $regularExpression: { pattern: 'a', options: 'q' } } }],
    ['an unknown operator', { x: { $near: 1 } }],
    ['an unknown top level operator', { $xor: [{ x: 1 }] }],
    ['a program', { $where: 'process.exit(1)' }],
    ['a program inside an expression', { $expr: { $function: { body: 'function(){}', args: [], lang: 'js' } } }],
    ['in without a list', { x: { $in: 1 } }],
    ['or without a list', { $or: { x: 1 } }],
    ['or with an empty list', { $or: [] }],
    ['mod by zero', { x: { $mod: [0, 1] } }],
    ['size of a text', { x: { $size: 'a' } }],
    ['elemMatch of a number', { l: { $elemMatch: 1 } }],
    ['a path into the prototype', { '__proto__.x': 1 }],
  ])('refuses %s', async (_name, query) => expect(await get(query)).toBe('INVALID_PARAM'))

  it('refuses nesting without end', async () => {
    expect(await get(`${'{"$and":['.repeat(5000)}{}${']}'.repeat(5000)}`)).toBe('INVALID_PARAM')
    expect(await insert(`${'{"x":'.repeat(300)}1${'}'.repeat(300)}`)).toBe('INVALID_PARAM')
  })
  it('refuses a negative or broken limit and offset', async () => {
    expect(await get({}, { limit: -1 })).toBe('INVALID_PARAM')
    expect(await get({}, { limit: 1.5 })).toBe('INVALID_PARAM')
    expect(await get({}, { offset: 'x' })).toBe('INVALID_PARAM')
  })
  it('refuses an order that is none', async () => {
    expect(await get({}, { order: '{"x":2}' })).toBe('INVALID_PARAM')
    expect(await get({}, { order: '"x"' })).toBe('INVALID_PARAM')
  })
  it('refuses an unknown action', async () => expect(await post('database.dropEverything', {})).toBe('INVALID_PARAM'))
  it('refuses a collection that is no name', async () => {
    expect(await post('database.getDocument', { collectionName: { $ne: 1 } })).toBe('INVALID_PARAM')
  })
  it('a list of fifty thousand values is answered', async () => {
    const values = Array.from({ length: 50_000 }, (_unused, at) => at + 1)
    expect(await get({ x: { $in: values } })).toBe('accepted')
    expect(await get({ _id: { $in: values } })).toBe('accepted')
  })
})

describe('documents that cannot be stored', () => {
  it.each([
    ['an operator as a field', { $set: { x: 1 } }],
    ['an operator inside', { x: { $inc: 1 } }],
    ['a dot in a field', { 'a.b': 1 }],
    ['a prototype', '{"x":{"__proto__":{"polluted":1}}}'],
    ['a constructor', { constructor: { prototype: { polluted: 1 } } }],
    ['a list for an id', { _id: [1] }],
    ['an object for an id', { _id: { x: 1 } }],
    ['an empty id', { _id: '' }],
    ['text that is not Unicode', '{"x":"\\ud800"}'],
    ['a list', '[1]'],
  ])('refuses %s', async (_name, data) => {
    expect(await insert(data)).toBe('INVALID_PARAM')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('refuses more than 16 MB', async () => {
    const parts = Array.from({ length: 17 }, () => 'x'.repeat(1024 * 1024))
    expect(await insert({ parts })).not.toBe('accepted')
  })
  it('stores none of several when one is bad', async () => {
    expect(await post('database.insertDocument', { data: ['{"_id":"two"}', '{"$bad":1}'] })).toBe('INVALID_PARAM')
    expect(await post('database.insertDocument', { data: ['{"_id":"two"}', '{"_id":"one"}'] })).toBe(
      'DATABASE_DUPLICATE_WRITE',
    )
  })
})

describe('updates that cannot be', () => {
  it.each([
    ['an unknown operator', { $explode: { x: 1 } }],
    ['an operator without fields', { $set: 1 }],
    ['a change of the id', { $set: { _id: 'two' } }],
    ['a rename onto the id', { $rename: { x: '_id' } }],
    ['a path into the prototype', { $set: { '__proto__.polluted': 1 } }],
    ['a path through the constructor', { $set: { 'constructor.prototype.polluted': 1 } }],
    ['an empty path', { $set: { '': 1 } }],
    ['a hole in a path', { $set: { 'a..b': 1 } }],
    ['two changes of one field', { $set: { x: 1 }, $inc: { x: 1 } }],
    ['each without a list', { $push: { l: { $each: 1 } } }],
    ['an unknown clause of push', { $push: { l: { $each: [1], $boom: 1 } } }],
    ['an operator among the values', { $set: { y: { $inc: 1 } } }],
    ['a program in a pull', { $pull: { l: { $where: 'true' } } }],
    ['nothing', {}],
  ])('refuses %s', async (_name, data) => {
    expect(await modify(data)).toBe('INVALID_PARAM')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('refuses a replacement under another id', async () => {
    expect(await modify({ _id: 'two', x: 1 }, { merge: false })).toBe('INVALID_PARAM')
  })
  it('refuses a replacement with operators', async () => {
    expect(await modify({ $set: { x: 2 } }, { merge: false })).toBe('INVALID_PARAM')
  })
  it('changes none of several when one cannot bear it', async () => {
    await things.add({ _id: 'two', x: 'text' })
    expect(await modify({ $inc: { x: 1 } }, { queryType: 'WHERE', query: '{}', multi: true })).toBe(
      'DATABASE_REQUEST_FAILED',
    )
    await things.doc('two').remove()
  })
})

describe('collections', () => {
  it.each([
    'getDocument',
    'insertDocument',
    'modifyDocument',
    'removeDocument',
    'calculateDocument',
    'aggregateDocuments',
  ])('a collection that does not exist is refused by %s', async (action) => {
    const parameters = { collectionName: 'conformance_none', data: ['{}'], query: '{}', stages: [] }
    expect(await post(`database.${action}`, parameters)).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })
  it('a created collection can be used, and not created twice', async () => {
    const name = `conformance_made_${Math.random().toString(36).slice(2)}`
    await db.createCollection(name)
    await db.collection(name).add({ _id: 1 })
    expect((await db.collection(name).count()).total).toBe(1)
    expect(await post('database.addCollection', { collectionName: name })).not.toBe('accepted')
  })
  it('a name that is none is refused', async () => {
    expect(await post('database.addCollection', { collectionName: 'x; DROP TABLE collections' })).toBe('INVALID_PARAM')
  })
})

describe('pipelines that cannot be', () => {
  const stage = (stageKey: string, stageValue: unknown) =>
    post('database.aggregateDocuments', { stages: [{ stageKey, stageValue: JSON.stringify(stageValue) }] })
  it('refuses stages that write, run programs or do not exist', async () => {
    expect(await stage('$out', 'other')).toBe('INVALID_PARAM')
    expect(await stage('$merge', { into: 'other' })).toBe('INVALID_PARAM')
    expect(await stage('$explode', {})).toBe('INVALID_PARAM')
    expect(await stage('$group', { _id: null, x: { $accumulator: {} } })).toBe('INVALID_PARAM')
    expect(await stage('$facet', { x: [{ $out: 'other' }] })).toBe('INVALID_PARAM')
  })
  it('refuses arguments of the wrong kind', async () => {
    expect(await stage('$limit', 0)).toBe('INVALID_PARAM')
    expect(await stage('$limit', 'x')).toBe('INVALID_PARAM')
    expect(await stage('$group', { x: { $sum: 1 } })).toBe('INVALID_PARAM')
    expect(await stage('$match', 5)).toBe('INVALID_PARAM')
    expect(await stage('$project', { y: { $boom: 1 } })).toBe('INVALID_PARAM')
  })
})
