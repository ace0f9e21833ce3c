import {
  conformanceCloud,
  type ConformanceCloud,
  describeWithIndexes,
  itLocally,
  itWithIndexes,
} from '../support/cloud'

const COLLECTION = 'conformance_accounts'

let cloud: ConformanceCloud
let db: ReturnType<ConformanceCloud['app']['database']>
let accounts: ReturnType<ReturnType<ConformanceCloud['app']['database']>['collection']>
let _: ReturnType<ConformanceCloud['app']['database']>['command']

beforeAll(async () => {
  const number = { MgoIndexKeys: [{ Name: 'number', Direction: '1' as const }], MgoIsUnique: true }
  cloud = await conformanceCloud({
    collections: [{ CollectionName: COLLECTION, Indexes: [{ IndexName: 'unique_number', MgoKeySchema: number }] }],
  })
  db = cloud.app.database()
  _ = db.command
  accounts = db.collection(COLLECTION)
})

beforeEach(async () => {
  await accounts.where({ _id: _.exists(true) }).remove()
  await accounts.add([
    { _id: 'a', balance: 10, number: 1 },
    { _id: 'b', balance: 20, number: 2 },
  ])
})

afterAll(async () => {
  await accounts.where({ _id: _.exists(true) }).remove()
  await cloud.stop()
})

type Transaction = Awaited<ReturnType<typeof db.startTransaction>>

const begin = (): Promise<Transaction> => db.startTransaction()
const doc = (transaction: Transaction, id: string) => transaction.collection(COLLECTION).doc(id)
const balance = async (id: string): Promise<unknown> => (await accounts.doc(id).get()).data[0]?.balance
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error as { code: string }).code,
  )
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('atomicity', () => {
  it('commits two documents together', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').update({ balance: _.inc(-5) })
    await doc(transaction, 'b').update({ balance: _.inc(5) })
    expect([await balance('a'), await balance('b')]).toEqual([10, 20])
    await transaction.commit()
    expect([await balance('a'), await balance('b')]).toEqual([5, 25])
  })
  it('a rollback leaves nothing', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').update({ balance: 0 })
    await doc(transaction, 'b').remove()
    await transaction.collection(COLLECTION).add({ _id: 'c', number: 3 })
    await transaction.rollback()
    expect([await balance('a'), await balance('b')]).toEqual([10, 20])
    expect((await accounts.count()).total).toBe(2)
  })
  it('add, set and remove take effect at the commit', async () => {
    const transaction = await begin()
    const { id } = await transaction.collection(COLLECTION).add({ number: 3 })
    await doc(transaction, 'a').set({ balance: 1, number: 1 })
    await doc(transaction, 'b').remove()
    expect((await accounts.count()).total).toBe(2)
    await transaction.commit()
    expect((await accounts.doc(id as string).get()).data).toEqual([{ _id: id, number: 3 }])
    expect([await balance('a'), await balance('b')]).toEqual([1, undefined])
  })
  it('set creates a document and says so', async () => {
    const transaction = await begin()
    expect(await doc(transaction, 'new').set({ number: 9 })).toMatchObject({ upserted: [{ _id: 'new' }] })
    await transaction.commit()
    expect((await accounts.doc('new').get()).data).toEqual([{ _id: 'new', number: 9 }])
  })
  it('an update of a document that is not there changes nothing', async () => {
    const transaction = await begin()
    expect(await doc(transaction, 'none').update({ x: 1 })).toMatchObject({ updated: 0 })
    await transaction.commit()
    expect((await accounts.count()).total).toBe(2)
  })
  it('runTransaction gives back what the callback returned', async () => {
    const result = await db.runTransaction(async (transaction: Transaction) => {
      const { data } = await doc(transaction, 'a').get()
      await doc(transaction, 'a').update({ balance: Number(data.balance) + 1 })
      return data.balance
    })
    expect(result).toBe(10)
    expect(await balance('a')).toBe(11)
  })
  it('runTransaction rolls back when the callback throws', async () => {
    const work = db.runTransaction(async (transaction: Transaction) => {
      await doc(transaction, 'a').update({ balance: 0 })
      throw Object.assign(new Error('no'), { code: 'NO' })
    })
    expect(await codeOf(work)).toBe('NO')
    expect(await balance('a')).toBe(10)
    expect(await codeOf(accounts.doc('a').update({ balance: 1 }))).toBe('accepted')
  })
})

describe('isolation', () => {
  it('a transaction reads its own writes', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').update({ balance: 1 })
    await doc(transaction, 'b').remove()
    expect((await doc(transaction, 'a').get()).data).toMatchObject({ balance: 1 })
    expect((await doc(transaction, 'b').get()).data).toBeNull()
    await transaction.rollback()
  })
  it('nobody else sees them before the commit', async () => {
    const [writer, reader] = [await begin(), await begin()]
    await doc(writer, 'a').update({ balance: 1 })
    expect((await doc(reader, 'a').get()).data).toMatchObject({ balance: 10 })
    expect(await balance('a')).toBe(10)
    await writer.rollback()
    await reader.rollback()
  })
  it('reads stay in the snapshot while others change, remove and add', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').get()
    await accounts.doc('a').update({ balance: 99 })
    await accounts.doc('a').update({ balance: 100 })
    await accounts.doc('b').remove()
    await accounts.doc('c').set({ number: 3 })
    expect((await doc(transaction, 'a').get()).data).toMatchObject({ balance: 10 })
    expect((await doc(transaction, 'b').get()).data).toMatchObject({ balance: 20 })
    expect((await doc(transaction, 'c').get()).data).toBeNull()
    await transaction.commit()
    expect(await balance('a')).toBe(100)
  })
  it('a projection works inside a transaction', async () => {
    const transaction = await begin()
    expect((await doc(transaction, 'a').field({ number: true }).get()).data).toEqual({ _id: 'a', number: 1 })
    await transaction.rollback()
  })
})

describe('conflicts', () => {
  it('the second writer of a document loses at once', async () => {
    const [first, second] = [await begin(), await begin()]
    await doc(first, 'a').update({ balance: 1 })
    expect(await codeOf(doc(second, 'a').update({ balance: 2 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    await first.commit()
    expect(await balance('a')).toBe(1)
  })
  it('the loser is already aborted: rolling it back or committing it fails', async () => {
    const [first, second] = [await begin(), await begin()]
    await doc(first, 'a').update({ balance: 1 })
    await codeOf(doc(second, 'a').update({ balance: 2 }))
    expect(await codeOf(second.rollback())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await codeOf(second.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await codeOf(doc(second, 'b').get())).toBe('DATABASE_TRANSACTION_FAIL')
    await first.rollback()
  })
  it('the loser’s locks are free', async () => {
    const [first, second] = [await begin(), await begin()]
    await doc(second, 'b').update({ balance: 2 })
    await doc(first, 'a').update({ balance: 1 })
    await codeOf(doc(second, 'a').update({ balance: 2 }))
    expect(await codeOf(doc(first, 'b').update({ balance: 3 }))).toBe('accepted')
    await first.commit()
    expect(await balance('b')).toBe(3)
  })
  it('a document that was read and then changed by another can no longer be written', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').get()
    await accounts.doc('a').update({ balance: 11 })
    expect(await codeOf(doc(transaction, 'a').update({ balance: 12 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(await balance('a')).toBe(11)
  })
  it('so it is when another transaction committed the change', async () => {
    const [first, second] = [await begin(), await begin()]
    await doc(second, 'b').get()
    await doc(first, 'a').update({ balance: 1 })
    await first.commit()
    expect(await codeOf(doc(second, 'a').remove())).toBe('DATABASE_TRANSACTION_CONFLICT')
  })
  it('a change before the first operation is no conflict', async () => {
    const transaction = await begin()
    await accounts.doc('a').update({ balance: 11 })
    await doc(transaction, 'a').update({ balance: _.inc(1) })
    await transaction.commit()
    expect(await balance('a')).toBe(12)
  })
  it('an id added by two transactions belongs to the first', async () => {
    const [first, second] = [await begin(), await begin()]
    await first.collection(COLLECTION).add({ _id: 'c', number: 3 })
    expect(await codeOf(second.collection(COLLECTION).add({ _id: 'c', number: 4 }))).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    )
    await first.commit()
  })
  it('runTransaction retries after a conflict until both are counted', async () => {
    const raise = () =>
      db.runTransaction(async (transaction: Transaction) => {
        const { data } = await doc(transaction, 'a').get()
        await doc(transaction, 'a').update({ balance: Number(data.balance) + 1 })
      }, 20)
    await Promise.all([raise(), raise(), raise()])
    expect(await balance('a')).toBe(13)
  })
  it('many transfers at once neither make nor lose money', async () => {
    const transfer = (from: string, to: string) =>
      db
        .runTransaction(async (transaction: Transaction) => {
          await doc(transaction, from).update({ balance: _.inc(-1) })
          await doc(transaction, to).update({ balance: _.inc(1) })
        }, 5)
        .catch((error: { code: string }) => expect(error.code).toBe('DATABASE_TRANSACTION_CONFLICT'))
    await Promise.all(Array.from({ length: 24 }, (_unused, at) => (at % 2 ? transfer('a', 'b') : transfer('b', 'a'))))
    expect(Number(await balance('a')) + Number(await balance('b'))).toBe(30)
  })
})

describeWithIndexes('unique keys', () => {
  it('a key taken by a committed document is refused and ends the transaction', async () => {
    const transaction = await begin()
    expect(await codeOf(transaction.collection(COLLECTION).add({ number: 1 }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  })
  it('a key taken inside the same transaction is refused', async () => {
    const transaction = await begin()
    await transaction.collection(COLLECTION).add({ number: 7 })
    expect(await codeOf(transaction.collection(COLLECTION).add({ number: 7 }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect((await accounts.count()).total).toBe(2)
  })
  it('a key another open transaction takes is a conflict', async () => {
    const [first, second] = [await begin(), await begin()]
    await first.collection(COLLECTION).add({ number: 7 })
    expect(await codeOf(second.collection(COLLECTION).add({ number: 7 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    await first.rollback()
    expect(await codeOf(accounts.add({ number: 7 }))).toBe('accepted')
  })
  it('an id that exists is refused', async () => {
    const transaction = await begin()
    expect(await codeOf(transaction.collection(COLLECTION).add({ _id: 'a', number: 7 }))).toBe(
      'DATABASE_DUPLICATE_WRITE',
    )
  })
  it('two documents may trade keys by way of a third', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').update({ number: 100 })
    await doc(transaction, 'b').update({ number: 1 })
    await doc(transaction, 'a').update({ number: 2 })
    await transaction.commit()
    const { data } = await accounts
      .where({ number: _.lt(100) })
      .orderBy('number', 'asc')
      .get()
    expect(data.map(({ _id }: { _id: string }) => _id)).toEqual(['b', 'a'])
  })
})

describe('plain writes and locked documents', () => {
  it('a plain write waits for the transaction and then sees what it did', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').update({ balance: 50 })
    let done = false
    const write = accounts
      .doc('a')
      .update({ balance: _.inc(1) })
      .then(() => (done = true))
    await pause(60)
    expect(done).toBe(false)
    await transaction.commit()
    await write
    expect(await balance('a')).toBe(51)
  })
  itWithIndexes('a plain add of a reserved unique key waits and is then refused', async () => {
    const transaction = await begin()
    await transaction.collection(COLLECTION).add({ number: 7 })
    const add = codeOf(accounts.add({ number: 7 }))
    await pause(30)
    await transaction.commit()
    expect(await add).toBe('DATABASE_DUPLICATE_WRITE')
  })
  it('other documents can be written meanwhile', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').update({ balance: 50 })
    expect(await codeOf(accounts.doc('b').update({ balance: 1 }))).toBe('accepted')
    await transaction.rollback()
  })
})

describe('limits', () => {
  itLocally('a transaction expires after thirty seconds and lets go of its documents', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').update({ balance: 50 })
    cloud.local!.clock.advance(30_001)
    expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await balance('a')).toBe(10)
    expect(await codeOf(accounts.doc('a').update({ balance: 1 }))).toBe('accepted')
  })
  itLocally('a transaction lives twenty-nine seconds', async () => {
    const transaction = await begin()
    await doc(transaction, 'a').update({ balance: 50 })
    cloud.local!.clock.advance(29_000)
    expect(await codeOf(transaction.commit())).toBe('accepted')
  })
  it('a finished transaction cannot be used again', async () => {
    const transaction = await begin()
    await transaction.commit()
    expect(await codeOf(doc(transaction, 'a').get())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await codeOf(transaction.rollback())).toBe('DATABASE_TRANSACTION_FAIL')
  })
  it('a query inside a transaction is refused', async () => {
    const transaction = await begin()
    const query = transaction.collection(COLLECTION).where({ balance: 10 })
    expect(await codeOf(query.get())).not.toBe('accepted')
    await codeOf(transaction.rollback())
  })
  it('an update the data does not bear ends the transaction', async () => {
    const transaction = await begin()
    await doc(transaction, 'b').update({ balance: 0 })
    expect(await codeOf(doc(transaction, 'a').update({ 'balance.x': 1 }))).toBe('DATABASE_REQUEST_FAILED')
    expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await balance('b')).toBe(20)
  })
})
