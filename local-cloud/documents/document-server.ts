import { setTimeout as delay } from 'node:timers/promises'
import { CloudError } from '../cloud-error'
import { aggregate } from './aggregate'
import type { Batch } from './batch'
import type { Catalog } from './catalog'
import { changeTo, type Change } from './changes'
import type { Collection } from './collection'
import { idKey, identified } from './document-shape'
import { parseStored, stringifyEjson, type Document } from './ejson'
import { clausesOf, type Clause } from './filter'
import { modificationOf } from './modify'
import { projector } from './projection'
import { Reader, type Match } from './read-documents'
import { conflict, duplicate, failed, invalid, missingCollection } from './refusals'
import { Request } from './request'
import { Transactions } from './transactions'
import * as inTransaction from './transaction-operations'

type Answer = Record<string, unknown>

/** A plain write worked out: what it changes and what it answers once that is done. */
interface Intended {
  changes: Change[]
  answer: Answer
}

/** How long, in milliseconds, a plain write waits for the transaction that holds its document. */
const LONGEST_WAIT = 5000
const LARGEST_ANSWER = 16 * 1024 * 1024

/** Answers the SDK's `database.*` actions. */
export class DocumentServer {
  private readonly reader: Reader
  private readonly transactions: Transactions

  constructor(
    private readonly catalog: Catalog,
    private readonly batch: Batch,
    private readonly now: () => number,
    private readonly warn: (message: string) => void,
    private readonly longestWait = LONGEST_WAIT,
  ) {
    this.reader = new Reader(warn)
    this.transactions = new Transactions(batch, now)
    batch.onLost = () => {
      warn('a commit failed: what was not yet acknowledged is undone and open transactions are aborted')
      this.transactions.abortAll()
      catalog.reload()
    }
  }

  /** Answers one action once it is durable. @throws CloudError in the service's own codes */
  async handle(action: string, parameters: Record<string, unknown>): Promise<Answer> {
    try {
      const answer = await this.perform(action, new Request(parameters, this.now()))
      await this.batch.settled()
      return answer
    } catch (error) {
      if (error instanceof CloudError) throw error
      this.warn(`${action} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      throw failed('the request could not be carried out')
    }
  }

  close(): void {
    this.transactions.close()
  }

  private perform(action: string, request: Request): Answer | Promise<Answer> {
    switch (action) {
      case 'database.startTransaction':
        return { transactionId: this.transactions.start() }
      case 'database.commitTransaction':
        this.transactions.commit(request.transactionId)
        return {}
      case 'database.abortTransaction':
        this.transactions.abort(request.transactionId)
        return {}
      case 'database.addCollection':
        return this.addCollection(request)
    }
    if (request.transactionId) return this.performInTransaction(action, request)
    switch (action) {
      case 'database.insertDocument':
        return this.write(() => this.insert(request))
      case 'database.modifyDocument':
        return this.write(() => this.modify(request))
      case 'database.modifyAndReturnDoc':
        return this.write(() => this.modifyAndReturn(request))
      case 'database.removeDocument':
        return this.write(() => this.remove(request))
      case 'database.getDocument':
        return this.get(request)
      case 'database.calculateDocument':
        return { data: { total: this.reader.count(this.collection(request), clausesOf(request.filter)) } }
      case 'database.aggregateDocuments': {
        const find = (name: string): Collection | undefined => this.catalog.find(name)
        return { data: { list: aggregate(this.reader, this.collection(request), request.stages, find) } }
      }
      default:
        throw invalid(`unknown action: ${action}`)
    }
  }

  private collection({ collectionName }: Request): Collection {
    const collection = this.catalog.find(collectionName)
    if (!collection) throw missingCollection(collectionName)
    return collection
  }

  private addCollection({ collectionName }: Request): Answer {
    if (this.catalog.find(collectionName))
      throw new CloudError('DATABASE_COLLECTION_EXIST', `Table exist: ${collectionName}`)
    this.batch.write(() => this.catalog.create(collectionName))
    return {}
  }

  private performInTransaction(action: string, request: Request): Answer {
    const transaction = this.transactions.get(request.transactionId)
    try {
      return inTransaction.perform(transaction, action, request, this.collection(request))
    } catch (error) {
      // As in MongoDB, what the engine refuses ends the transaction; a malformed request never reached the engine.
      if (!(error instanceof CloudError) || error.code !== 'INVALID_PARAM') this.transactions.finish(transaction)
      throw error
    }
  }

  private get(request: Request): Answer {
    const { filter, projection, order, offset, limit } = request
    const collection = this.collection(request)
    const reading = { clauses: clausesOf(filter), order, skip: offset, limit: request.isByDocument ? 1 : limit }
    const project = projection && projector(projection)
    const matches = this.reader.read(collection, reading)
    const list = matches.map((match) => (project ? stringifyEjson(project(decoded(match))) : match.body))
    if (list.reduce((total, body) => total + body.length, 0) > LARGEST_ANSWER)
      throw failed('the answer is larger than 16 MB')
    return { data: { list } }
  }

  /** Carries out a plain write; where a transaction holds what it needs, it waits and starts over. */
  private write(intend: () => Intended): Answer | Promise<Answer> {
    const { changes, answer } = intend()
    if (changes.length === 0) return answer
    if (this.holderOf(changes)) return this.writeWaiting(intend)
    this.transactions.write(changes)
    return answer
  }

  private async writeWaiting(intend: () => Intended): Promise<Answer> {
    const given = new AbortController()
    const timeUp = delay(this.longestWait, 'time up', { signal: given.signal }).catch(() => 'time up')
    try {
      for (;;) {
        const { changes, answer } = intend()
        const holder = this.holderOf(changes)
        if (!holder) {
          if (changes.length > 0) this.transactions.write(changes)
          return answer
        }
        if ((await Promise.race([holder.over, timeUp])) === 'time up') throw conflict()
      }
    } finally {
      given.abort()
    }
  }

  private holderOf(changes: readonly Change[]): { over: Promise<void> } | undefined {
    for (const change of changes) {
      const holder = this.transactions.inTheWayOf(change)
      if (holder) return holder
    }
    return undefined
  }

  private insert(request: Request): Intended {
    const collection = this.collection(request)
    const documents = request.documents.map(identified)
    const keys = new Set<string>()
    const changes = documents.map((document) => {
      const key = idKey(document._id)
      if (keys.has(key.toString('latin1')) || collection.find(key)) throw duplicate(collection.name, '_id_')
      keys.add(key.toString('latin1'))
      return changeTo(collection, key, undefined, document)
    })
    return { changes, answer: { data: { insertedIds: documents.map(({ _id }) => _id) } } }
  }

  private modify(request: Request): Intended {
    const { collection, clauses, matches } = this.found(request, request.flag('multi') ? Number.MAX_SAFE_INTEGER : 1)
    const { revise, create } = modificationOf(request, request.filter, clauses)
    if (matches.length === 0 && request.flag('upsert')) {
      const document = create()
      const change = changeTo(collection, idKey(document._id), undefined, document)
      return { changes: [change], answer: { data: { updated: 0, upsert_id: document._id } } }
    }
    const changes = matches.flatMap((match) => {
      const document = revise(match.body)
      return document ? [changeTo(collection, idKey(document._id), match, document)] : []
    })
    return { changes, answer: { data: { updated: changes.length, upsert_id: null } } }
  }

  private modifyAndReturn(request: Request): Intended {
    const { collection, clauses, matches } = this.found(request, 1)
    const { revise } = modificationOf(request.merging(), request.filter, clauses)
    const [match] = matches
    if (!match) return { changes: [], answer: { data: { updated: 0, doc: null } } }
    const document = revise(match.body)
    const changes = document ? [changeTo(collection, idKey(document._id), match, document)] : []
    return {
      changes,
      answer: { data: { updated: changes.length, doc: document ? stringifyEjson(document) : match.body } },
    }
  }

  private remove(request: Request): Intended {
    const one = request.isByDocument || !request.flag('multi')
    const { collection, matches } = this.found(request, one ? 1 : Number.MAX_SAFE_INTEGER)
    const changes = matches.map((match) => changeTo(collection, idKey(decoded(match)._id), match, undefined))
    return { changes, answer: { data: { deleted: changes.length } } }
  }

  private found(request: Request, limit: number): { collection: Collection; clauses: Clause[]; matches: Match[] } {
    const collection = this.collection(request)
    const clauses = clausesOf(request.filter)
    return { collection, clauses, matches: this.reader.read(collection, { clauses, order: [], skip: 0, limit }) }
  }
}

function decoded({ document, body }: Match): Document {
  return document ?? parseStored(body)
}
