import tcb from '@cloudbase/node-sdk'
import { currentTime } from './clock'

/** The SDK's app of this function instance; made once, since loading it is what a cold start pays for. */
let instance: ReturnType<typeof tcb.init> | undefined
export function cloud(): ReturnType<typeof tcb.init> {
  instance ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string })
  return instance
}

export interface Stored {
  readonly _id: string
}

/** A typed handle of a collection; made in a store.ts only. */
export interface Collection<Document extends Stored> {
  readonly name: string
  /** Carries the type only. */
  readonly document?: Document
}
export function collection<Document extends Stored>(name: string): Collection<Document> {
  return { name }
}

/** An error of the database, by the service's code. */
class DatabaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`)
    this.name = 'DatabaseError'
  }
}

interface Refusal {
  readonly code?: string
  readonly message?: string
}

/** The SDK sometimes throws and sometimes answers an error; here it always throws a `DatabaseError`. */
async function answered<Answer>(request: Promise<Answer>): Promise<Answer> {
  let answer: Answer
  try {
    answer = await request
  } catch (error) {
    const { code, message } = error as Refusal
    throw code === undefined ? error : new DatabaseError(code, message ?? '')
  }
  const { code, message } = answer as Refusal
  if (typeof code === 'string' && code !== '') throw new DatabaseError(code, message ?? '')
  return answer
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof DatabaseError && codes.includes(error.code)
}
/** Whether a write failed because a document with that id or unique key exists. */
export function isDuplicate(error: unknown): boolean {
  // Other layers of the SDK are reported to wrap the code, so the message counts as well.
  return (
    isCode(error, 'DATABASE_DUPLICATE_WRITE') ||
    (error instanceof DatabaseError && /E11000|DuplicateWrite/i.test(error.message))
  )
}

export const command = () => cloud().database().command
type Where = Readonly<Record<string, unknown>>

/** Reads outside a transaction. Every query here has its index in config/cloudbase/collections. */
export const database = {
  async get<Document extends Stored>(handle: Collection<Document>, id: string): Promise<Document | undefined> {
    const found = (await answered(cloud().database().collection(handle.name).doc(id).get())) as {
      readonly data: Document[]
    }
    return found.data[0]
  },

  /** At most `limit` (≤ 1000) documents in the order of one indexed field. */
  async find<Document extends Stored>(
    handle: Collection<Document>,
    query: { readonly where: Where; readonly orderBy?: readonly [string, 'asc' | 'desc']; readonly limit: number },
  ): Promise<readonly Document[]> {
    const filtered = cloud().database().collection(handle.name).where(query.where)
    const ordered = query.orderBy === undefined ? filtered : filtered.orderBy(query.orderBy[0], query.orderBy[1])
    const found = (await answered(ordered.limit(query.limit).get())) as { readonly data: Document[] }
    return found.data
  },

  /** The same, of each document only some fields: what an index holds needs no more than the index. */
  async findFields<Document extends Stored, Field extends keyof Document & string>(
    handle: Collection<Document>,
    fields: readonly Field[],
    query: { readonly where: Where; readonly orderBy?: readonly [string, 'asc' | 'desc']; readonly limit: number },
  ): Promise<readonly Pick<Document, Field | '_id'>[]> {
    const filtered = cloud().database().collection(handle.name).where(query.where)
    const ordered = query.orderBy === undefined ? filtered : filtered.orderBy(query.orderBy[0], query.orderBy[1])
    const projection = Object.fromEntries(['_id', ...fields].map((field) => [field, true]))
    const found = (await answered(ordered.field(projection).limit(query.limit).get())) as { readonly data: Document[] }
    return found.data
  },

  /** How many documents match, up to `most`: no more of an index is read, however many there are. */
  async countUpTo<Document extends Stored>(handle: Collection<Document>, where: Where, most: number): Promise<number> {
    return (await database.findFields(handle, ['_id'], { where, limit: most })).length
  },

  /** How many documents match: counted in the index alone where it leads to one range of them. */
  async count(handle: Collection<Stored>, where: Where): Promise<number> {
    const request = cloud().database().collection(handle.name).where(where).count() as Promise<{ total: number }>
    return (await answered(request)).total
  },

  /** How many matching documents have each combination of values in some fields; at most 1000 combinations. */
  async countByGroups<const Field extends string>(
    handle: Collection<Stored>,
    where: Where,
    fields: readonly Field[],
  ): Promise<readonly (Readonly<Record<Field, string>> & { readonly count: number })[]> {
    const pipeline = cloud().database().collection(handle.name).aggregate().match(where)
    const _id = Object.fromEntries(fields.map((field) => [field, `$${field}`]))
    const request = pipeline
      .group({ _id, count: command().aggregate.sum(1) })
      .limit(1000)
      .end()
    const { data } = (await answered(request as Promise<unknown>)) as {
      readonly data: readonly { readonly _id: Readonly<Record<Field, string>>; readonly count: number }[]
    }
    return data.map(({ _id: group, count }) => ({ ...group, count }))
  },

  /** Changes matching documents outside a transaction, atomically for each; gives how many. */
  async updateWhere(handle: Collection<Stored>, where: Where, change: Where): Promise<number> {
    const request = cloud().database().collection(handle.name).where(where).update(change) as Promise<{
      updated?: number
    }>
    return (await answered(request)).updated ?? 0
  },

  /** Adds one document; false when its id or a unique key exists. */
  async addOnce<Document extends Stored>(handle: Collection<Document>, document: Document): Promise<boolean> {
    try {
      await answered(cloud().database().collection(handle.name).add(document))
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  },

  /** Removes all documents that match; an index has to lead to them. */
  async removeWhere(handle: Collection<Stored>, where: Where): Promise<void> {
    await answered(cloud().database().collection(handle.name).where(where).remove())
  },

  async remove(handle: Collection<Stored>, id: string): Promise<void> {
    await answered(cloud().database().collection(handle.name).doc(id).remove())
  },
}

/**
 * A transaction: single documents by id only. `where()` does not exist here, because the SDK would silently run it
 * outside the transaction.
 */
export interface Transaction {
  get<Document extends Stored>(handle: Collection<Document>, id: string): Promise<Document | undefined>
  /** Adds a document; throws a duplicate error when the id or a unique key exists. */
  add<Document extends Stored>(handle: Collection<Document>, document: Document): Promise<void>
  /** Replaces the whole document. */
  put<Document extends Stored>(handle: Collection<Document>, document: Document): Promise<void>
  remove(handle: Collection<Stored>, id: string): Promise<void>
}

const retryCodes = ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL']
/** The longest a caller waits for a contended transaction. */
const patienceMs = 6000

/** A transaction that stayed contended for the whole patience. */
export class Contended extends Error {}

/**
 * Runs `work` in one transaction; a conflict runs it afresh after a random, growing pause. The SDK's own runTransaction
 * gives up after three tries without a pause.
 * @throws Contended after 6 s of conflicts; whatever `work` throws, with nothing written.
 */
export async function inTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const startedAt = currentTime()
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await attemptTransaction(work)
    } catch (error) {
      if (!isCode(error, ...retryCodes)) throw error
      if (currentTime() - startedAt > patienceMs) throw new Contended('transaction stayed contended')
      await pause(Math.random() * Math.min(400, 10 * 2 ** attempt))
    }
  }
}

/** The SDK's transaction, which it types loosely. */
interface RawTransaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: unknown }>
      set(data: object): Promise<object>
      remove(): Promise<object>
    }
    add(data: object): Promise<object>
  }
  commit(): Promise<object>
  rollback(): Promise<object>
}

async function attemptTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const transactions = cloud().database() as unknown as { startTransaction(): Promise<RawTransaction> }
  const raw = await answered(transactions.startTransaction())
  try {
    const result = await work({
      async get<Document extends Stored>(handle: Collection<Document>, id: string) {
        const { data } = await answered(raw.collection(handle.name).doc(id).get())
        const found = (Array.isArray(data) ? data[0] : data) as Document | null | undefined
        return found ?? undefined
      },
      async add(handle, document) {
        await answered(raw.collection(handle.name).add(document))
      },
      async put(handle, document) {
        const { _id, ...rest } = document
        await answered(raw.collection(handle.name).doc(_id).set(rest))
      },
      async remove(handle, id) {
        await answered(raw.collection(handle.name).doc(id).remove())
      },
    })
    await answered(raw.commit())
    return result
  } catch (error) {
    // After a conflict the service has ended the transaction already; a second word about it is of no interest.
    await raw.rollback().catch(() => undefined)
    throw error
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
