import type { Collection } from './collection'
import { idKey, identified } from './document-shape'
import { parseStored, stringifyEjson } from './ejson'
import { clausesOf, compile, type Clause } from './filter'
import { modificationOf } from './modify'
import { projector } from './projection'
import { duplicate, invalid } from './refusals'
import type { Request } from './request'
import type { Transaction } from './transaction'

type Answer = Record<string, unknown>

/**
 * One operation inside a transaction: `add`, or one on a single document.
 * @throws CloudError a conflict or duplicate, which end the transaction; `INVALID_PARAM` for what none may contain
 */
export function perform(transaction: Transaction, action: string, request: Request, collection: Collection): Answer {
  switch (action) {
    case 'database.insertDocument':
      return insert(transaction, request, collection)
    case 'database.getDocument':
      return get(transaction, request, collection)
    case 'database.modifyDocument':
      return modify(transaction, request, collection)
    case 'database.removeDocument':
      return remove(transaction, request, collection)
    default:
      throw invalid(`${action} is not allowed in a transaction`)
  }
}

function insert(transaction: Transaction, request: Request, collection: Collection): Answer {
  const documents = request.documents.map(identified)
  const keys = documents.map(({ _id }) => idKey(_id))
  documents.forEach((document, at) => {
    const key = keys[at] ?? idKey(document._id)
    transaction.hold(collection, key)
    if (transaction.read(collection, key) !== undefined) throw duplicate(collection.name, '_id_')
    transaction.write(collection, key, document)
  })
  return { data: { insertedIds: documents.map(({ _id }) => _id) } }
}

function get(transaction: Transaction, request: Request, collection: Collection): Answer {
  const { key, clauses } = single(request)
  const { projection } = request
  const project = projection && projector(projection)
  const body = find(transaction, collection, key, clauses)
  if (body === undefined) return { data: { list: [] } }
  return { data: { list: [project ? stringifyEjson(project(parseStored(body))) : body] } }
}

function modify(transaction: Transaction, request: Request, collection: Collection): Answer {
  const { key, clauses } = single(request)
  const { revise, create } = modificationOf(request, request.filter, clausesOf(request.filter))
  const body = find(transaction, collection, key, clauses)
  if (body === undefined) {
    if (!request.flag('upsert')) return { data: { updated: 0, upsert_id: null } }
    const document = create()
    transaction.write(collection, key, document)
    return { data: { updated: 0, upsert_id: document._id } }
  }
  const document = revise(body)
  if (document) transaction.write(collection, key, document)
  return { data: { updated: document ? 1 : 0, upsert_id: null } }
}

function remove(transaction: Transaction, request: Request, collection: Collection): Answer {
  const { key, clauses } = single(request)
  if (find(transaction, collection, key, clauses) === undefined) return { data: { deleted: 0 } }
  transaction.write(collection, key, undefined)
  return { data: { deleted: 1 } }
}

/** The document a request names, and whatever else it asks of it. */
function single(request: Request): { key: Buffer; clauses: Clause[] } {
  const clauses = clausesOf(request.filter)
  const named = clauses.find(
    (clause) => clause.kind === 'compare' && clause.path === '_id' && clause.operator === '$eq',
  )
  if (!request.isByDocument || named?.kind !== 'compare')
    throw invalid('a transaction works on single documents: use doc(id)')
  return { key: idKey(named.value), clauses: clauses.filter((clause) => clause !== named) }
}

function find(
  transaction: Transaction,
  collection: Collection,
  key: Buffer,
  clauses: readonly Clause[],
): string | undefined {
  const body = transaction.read(collection, key)
  return body !== undefined && compile(clauses)(parseStored(body)) ? body : undefined
}
