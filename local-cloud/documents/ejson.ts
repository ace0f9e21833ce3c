import { EJSON, ObjectId } from 'bson'
import { failed, invalid, refusing } from './refusals'

/** A decoded document, filter or update: plain objects, arrays, scalars, `Date`, `RegExp` and BSON's own classes. */
export type Document = Record<string, unknown>

/** MongoDB's own bound; it also keeps the recursion below from exhausting the stack. */
const DEEPEST = 100
const LARGEST_DOCUMENT = 16 * 1024 * 1024
/** A lone surrogate, as well-formed `JSON.stringify` escapes it: not text, and not storable as UTF-8. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/

/** Whether a value is an object whose fields are data, rather than a `Date`, a `RegExp` or a BSON scalar. */
export function isPlainObject(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof Date) && !(value instanceof RegExp) && !('_bsontype' in value)
}

/**
 * Decodes canonical or relaxed EJSON.
 * @param now milliseconds; what `{$tcb_server_date: {offset}}` counts from
 * @throws CloudError `INVALID_PARAM` for anything that is not EJSON, or is nested deeper than MongoDB stores
 */
export function parseEjson(text: unknown, now: number): unknown {
  if (typeof text !== 'string') throw invalid('an EJSON string was expected')
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw invalid('malformed EJSON')
  }
  return revive(raw, now, 0)
}

/** Decodes EJSON that has to be an object. */
export function parseEjsonObject(text: unknown, now: number): Document {
  const value = parseEjson(text, now)
  if (!isPlainObject(value)) throw invalid('an EJSON object was expected')
  return value
}

/** Decodes a stored body: trusted, and free of dates unless it contains a `"$`. */
export function parseStored(body: string): Document {
  const raw = JSON.parse(body) as Document
  return body.includes('"$') ? (revive(raw, 0, 0) as Document) : raw
}

function revive(value: unknown, now: number, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) throw invalid(`nested deeper than ${DEEPEST} levels`)
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) value[at] = revive(value[at], now, depth + 1)
    return value
  }
  const fields = value as Document
  const keys = Object.keys(fields)
  const first = keys[0]
  if (keys.length === 1 && first?.startsWith('$')) {
    const scalar = reviveScalar(first, fields[first], fields, now)
    if (scalar !== undefined) return scalar
  }
  for (const key of keys) {
    // Assigning it on a copy further down would replace that copy's prototype.
    if (key === '__proto__') throw invalid('__proto__ is not a field name')
    fields[key] = revive(fields[key], now, depth + 1)
  }
  return fields
}

function reviveScalar(key: string, inner: unknown, whole: Document, now: number): unknown {
  switch (key) {
    case '$date':
      return reviveDate(inner)
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return reviveNumber(inner)
    case '$tcb_server_date':
      return new Date(now + serverDateOffset(inner))
    case '$regularExpression':
      return reviveRegularExpression(inner)
    case '$oid':
      if (typeof inner !== 'string') throw invalid('$oid takes a string')
      return refusing(() => new ObjectId(inner))
    case '$undefined':
      return null
    case '$numberDecimal':
    case '$binary':
    case '$uuid':
    case '$timestamp':
    case '$symbol':
    case '$minKey':
    case '$maxKey':
      return refusing(() => EJSON.deserialize(whole, { relaxed: true }) as unknown)
    default:
      return undefined
  }
}

function reviveDate(inner: unknown): Date {
  const moment = new Date(isPlainObject(inner) ? reviveNumber(inner.$numberLong) : readableDate(inner))
  if (Number.isNaN(moment.getTime())) throw invalid('$date is not a date')
  return moment
}

function readableDate(inner: unknown): string | number {
  return typeof inner === 'string' || typeof inner === 'number' ? inner : NaN
}

function reviveNumber(inner: unknown): number {
  const text = typeof inner === 'string' ? inner.trim() : ''
  const number = Number(text)
  if (text === '' || (Number.isNaN(number) && text !== 'NaN')) throw invalid('not a number')
  return number
}

function serverDateOffset(inner: unknown): number {
  const offset = isPlainObject(inner) ? revive(inner.offset ?? 0, 0, 0) : 0
  if (typeof offset !== 'number' || !Number.isFinite(offset))
    throw invalid('a server date takes an offset in milliseconds')
  return offset
}

function reviveRegularExpression(inner: unknown): RegExp {
  const { pattern, options = '' } = isPlainObject(inner) ? inner : {}
  if (typeof pattern !== 'string' || typeof options !== 'string') throw invalid('a regular expression takes a pattern')
  // MongoDB knows neither g nor y; JavaScript has no x.
  if (!/^[imsu]*$/.test(options)) throw invalid(`invalid flag in regex options: ${options}`)
  return refusing(() => new RegExp(pattern, options))
}

/** Encodes a document as relaxed EJSON on one line. */
export function stringifyEjson(value: unknown): string {
  return JSON.stringify(wire(value, 0))
}

/**
 * Encodes a document for storage.
 * @throws CloudError `DATABASE_REQUEST_FAILED` over 16 MB, `INVALID_PARAM` for text that is not Unicode
 */
export function stringifyForStorage(document: Document): string {
  const body = stringifyEjson(document)
  if (LONE_SURROGATE.test(body)) throw invalid('text must be valid UTF-8')
  if (body.length > LARGEST_DOCUMENT / 3 && Buffer.byteLength(body) > LARGEST_DOCUMENT) {
    throw failed('the document is larger than the 16 MB a document may have')
  }
  return body
}

function wire(value: unknown, depth: number): unknown {
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value
    return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) }
  }
  if (typeof value !== 'object' || value === null) return value
  // An update's paths can nest deeper than any request.
  if (depth > DEEPEST) throw failed(`nested deeper than ${DEEPEST} levels`)
  if (Array.isArray(value)) return value.map((element) => wire(element, depth + 1) ?? null)
  if (value instanceof Date) return wireDate(value)
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (!isPlainObject(value)) return EJSON.serialize(value, { relaxed: true })
  const fields: Document = {}
  for (const key of Object.keys(value)) fields[key] = wire(value[key], depth + 1)
  return fields
}

function wireDate(date: Date): Document {
  const year = date.getUTCFullYear()
  // Relaxed EJSON writes ISO text only where every reader agrees on it.
  return { $date: year >= 1970 && year <= 9999 ? date.toISOString() : { $numberLong: String(date.getTime()) } }
}
