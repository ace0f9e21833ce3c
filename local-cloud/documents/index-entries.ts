import { isPlainObject, type Document } from './ejson'
import { failed } from './refusals'
import { EMPTY_ARRAY, invert, sortKey } from './sort-key'

/** One field of an index: a dotted path and its direction. */
export interface IndexField {
  path: string
  descending: boolean
}

/** What a document contributes to an index; `multikey` when an array made several entries possible. */
export interface IndexEntries {
  keys: Buffer[]
  multikey: boolean
}

/**
 * The keys a document has in an index: one, or one for each element where a path meets an array.
 * @throws CloudError when two fields of a compound index are arrays, as MongoDB refuses
 */
export function indexEntries(document: Document, fields: readonly IndexField[]): IndexEntries {
  let keys: Buffer[] = [Buffer.alloc(0)]
  let multikey = false
  for (const field of fields) {
    const found = valuesAt(document, field.path)
    if (found.multikey && multikey) throw failed('cannot index parallel arrays')
    multikey ||= found.multikey
    const parts = found.values.map((value) => (field.descending ? invert(sortKey(value)) : sortKey(value)))
    keys = keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])))
  }
  return { keys: multikey ? distinct(keys) : keys, multikey }
}

/** The values an index sees at a dotted path: through arrays, absent as null, `[]` as {@link EMPTY_ARRAY}. */
export function valuesAt(document: Document, path: string): { values: unknown[]; multikey: boolean } {
  const values: unknown[] = []
  const multikey = collect(document, path.split('.'), 0, values)
  return { values, multikey }
}

function collect(value: unknown, segments: readonly string[], at: number, into: unknown[]): boolean {
  const segment = segments[at]
  if (Array.isArray(value)) return collectFromArray(value, segments, at, into)
  if (segment === undefined) into.push(value ?? null)
  else if (isPlainObject(value)) {
    return collect(Object.hasOwn(value, segment) ? value[segment] : undefined, segments, at + 1, into)
  } else into.push(null)
  return false
}

function collectFromArray(array: unknown[], segments: readonly string[], at: number, into: unknown[]): true {
  const segment = segments[at]
  if (segment === undefined) {
    if (array.length === 0) into.push(EMPTY_ARRAY)
    for (const element of array) into.push(element ?? null)
    return true
  }
  if (array.length === 0) into.push(null)
  // `items.0.name` may mean the first element as well as a field called 0 of every element.
  if (/^\d+$/.test(segment) && Number(segment) < array.length) collect(array[Number(segment)], segments, at + 1, into)
  for (const element of array) {
    if (isPlainObject(element)) collect(element, segments, at, into)
    else into.push(null)
  }
  return true
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()]
}
