import { applyUpdate, checkedUpdate } from './apply-update'
import { checkFieldNames, newId } from './document-shape'
import { parseStored, stringifyEjson, stringifyForStorage, type Document } from './ejson'
import type { Clause } from './filter'
import { invalid } from './refusals'
import type { Request } from './request'

const OTHER_ID = 'a replacement must not change the _id'

/** Turns one stored body into the next document; undefined when nothing changes. */
type Revision = (body: string) => Document | undefined

/** What a `database.modifyDocument` asks for, checked. */
export interface Modification {
  revise: Revision
  /** The document an upsert creates when none was found. */
  create: () => Document
}

/**
 * Reads a modification: an update (`merge`) or a whole replacement.
 * @throws CloudError `INVALID_PARAM` for operators that do not exist or stand where a value belongs
 */
export function modificationOf(request: Request, filter: Document, clauses: readonly Clause[]): Modification {
  const data = request.change
  return request.flag('merge') ? updating(data, request, filter, clauses) : replacing(data, clauses)
}

function updating(data: Document, request: Request, filter: Document, clauses: readonly Clause[]): Modification {
  if (Object.keys(data).length === 0) throw invalid('there is nothing to update')
  const update = checkedUpdate(data)
  return {
    revise: (body) => {
      const document = parseStored(body)
      applyUpdate(document, update, filter, request.now)
      return stringifyForStorage(document) === body ? undefined : document
    },
    create: () => {
      const document: Document = { _id: newId() }
      const equalities = Object.fromEntries(equalitiesOf(clauses))
      if (Object.keys(equalities).length > 0) {
        const { _id, ...rest } = equalities
        if (_id !== undefined) document._id = _id
        if (Object.keys(rest).length > 0) applyUpdate(document, { $set: rest }, {}, request.now)
      }
      applyUpdate(document, update, {}, request.now, true)
      return document
    },
  }
}

function replacing(data: Document, clauses: readonly Clause[]): Modification {
  checkFieldNames(data)
  const { _id: given, ...rest } = data
  return {
    revise: (body) => {
      const { _id } = parseStored(body)
      if (given !== undefined && !isSame(given, _id)) throw invalid(OTHER_ID)
      const document = { _id, ...rest }
      return stringifyForStorage(document) === body ? undefined : document
    },
    create: () => {
      const wanted = equalitiesOf(clauses).find(([path]) => path === '_id')?.[1]
      if (given !== undefined && wanted !== undefined && !isSame(given, wanted)) throw invalid(OTHER_ID)
      return { _id: given ?? wanted ?? newId(), ...rest }
    },
  }
}

function isSame(left: unknown, right: unknown): boolean {
  return stringifyEjson(left) === stringifyEjson(right)
}

function equalitiesOf(clauses: readonly Clause[]): [string, unknown][] {
  return clauses.flatMap((clause) => {
    return clause.kind === 'compare' && clause.operator === '$eq'
      ? [[clause.path, clause.value] as [string, unknown]]
      : []
  })
}
