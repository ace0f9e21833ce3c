import { ObjectId } from 'bson'
import { isPlainObject, stringifyEjson } from './ejson'

/**
 * Binary keys whose byte order is MongoDB's order across types, so that SQLite's plain BLOB comparison sorts as
 * MongoDB does. Each key is self-delimiting: none is a prefix of another, so keys of several fields concatenate, and
 * inverting every byte of one reverses its order inside a compound key.
 */
const TYPE = {
  end: 0x00,
  emptyArray: 0x05,
  null: 0x0a,
  number: 0x14,
  string: 0x1e,
  object: 0x28,
  array: 0x32,
  binary: 0x3c,
  objectId: 0x46,
  boolean: 0x50,
  date: 0x5a,
  regularExpression: 0x6e,
} as const

/** What an index stores for `[]`: MongoDB sorts it before null. */
export const EMPTY_ARRAY = Symbol('an empty array')

/** The key of one value; absent values count as null. */
export function sortKey(value: unknown): Buffer {
  switch (typeof value) {
    case 'number':
      return numeric(TYPE.number, value)
    case 'string':
      return text(TYPE.string, value)
    case 'boolean':
      return Buffer.from([TYPE.boolean, value ? 1 : 0])
    case 'symbol':
      return Buffer.from([TYPE.emptyArray])
    default:
      return value === null || value === undefined ? Buffer.from([TYPE.null]) : compositeKey(value)
  }
}

/** The key of one value inside an index that runs the other way. */
export function invert(key: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(key.length)
  for (let at = 0; at < key.length; at++) inverted[at] = 0xff - (key[at] ?? 0)
  return inverted
}

/** The smallest key after every key that starts with `prefix`. */
export function after(prefix: Buffer): Buffer {
  let end = prefix.length
  while (end > 0 && prefix[end - 1] === 0xff) end--
  if (end === 0) return Buffer.alloc(prefix.length + 1, 0xff)
  const next = Buffer.from(prefix.subarray(0, end))
  next[end - 1] = (next[end - 1] ?? 0) + 1
  return next
}

/** The first byte of a key: MongoDB's comparison operators stay inside one type. */
export function typePrefix(key: Buffer): Buffer {
  return key.subarray(0, 1)
}

function compositeKey(value: unknown): Buffer {
  if (value instanceof Date) return numeric(TYPE.date, value.getTime())
  if (Array.isArray(value)) {
    return Buffer.concat([Buffer.from([TYPE.array]), ...value.map(sortKey), Buffer.from([TYPE.end])])
  }
  if (isPlainObject(value)) return objectKey(value)
  if (value instanceof RegExp) {
    return Buffer.concat([text(TYPE.regularExpression, value.source), text(TYPE.string, value.flags)])
  }
  if (value instanceof ObjectId) return Buffer.concat([Buffer.from([TYPE.objectId]), value.id])
  return text(TYPE.binary, stringifyEjson(value))
}

/** MongoDB compares objects field by field: the value's type, then the name, then the value. */
function objectKey(value: Record<string, unknown>): Buffer {
  const parts = [Buffer.from([TYPE.object])]
  for (const [name, inner] of Object.entries(value)) {
    const key = sortKey(inner)
    parts.push(Buffer.concat([typePrefix(key), text(TYPE.string, name), key]))
  }
  return Buffer.concat([...parts, Buffer.from([TYPE.end])])
}

function numeric(type: number, value: number): Buffer {
  const key = Buffer.allocUnsafe(9)
  key[0] = type
  // NaN sorts before every number; both zeros are one value.
  if (Number.isNaN(value)) return key.fill(0, 1)
  key.writeDoubleBE(value === 0 ? 0 : value, 1)
  const negative = (key[1] ?? 0) & 0x80
  if (negative) for (let at = 1; at < 9; at++) key[at] = 0xff - (key[at] ?? 0)
  else key[1] = (key[1] ?? 0) | 0x80
  return key
}

function text(type: number, value: string): Buffer {
  // NUL inside the text is escaped as 00 FF, so that the terminator 00 01 sorts a prefix before its extensions.
  const safe = value.includes('\0') ? escapeNul(Buffer.from(value, 'utf8')) : Buffer.from(value, 'utf8')
  const key = Buffer.allocUnsafe(safe.length + 3)
  key[0] = type
  safe.copy(key, 1)
  key[safe.length + 1] = 0x00
  key[safe.length + 2] = 0x01
  return key
}

function escapeNul(bytes: Buffer): Buffer {
  const escaped: number[] = []
  for (const byte of bytes) escaped.push(...(byte === 0 ? [0x00, 0xff] : [byte]))
  return Buffer.from(escaped)
}
