import type { KeyRange } from './collection'
import type { Clause } from './filter'
import { isIndexable } from './filter'
import type { IndexField } from './index-entries'
import { after, invert, sortKey, typePrefix } from './sort-key'

type Compare = Extract<Clause, { kind: 'compare' }>

/** More combinations of `$in` values than this are left to the remaining filter. */
const MOST_RANGES = 1000

/** What the clauses allow an index to be narrowed to. */
export interface Bounds {
  ranges: KeyRange[]
  /** How many leading bytes of a key each range fixes: what follows is in the index's further order. */
  prefixLengths: number[]
  /** Leading fields held to one value, then to a list of values; the field after them may have a range. */
  equalFields: number
  listedFields: number
  ranged: boolean
  /** Clauses the ranges answer completely. */
  answered: Set<Clause>
}

/**
 * Narrows an index: equality on its leading fields, `$in` among them, then one range.
 * @param multikey a document with an array may meet two bounds with two different elements, so only one bound is used
 */
export function boundsOf(fields: readonly IndexField[], multikey: boolean, clauses: readonly Clause[]): Bounds {
  const bounds: Bounds = {
    ranges: [],
    prefixLengths: [],
    equalFields: 0,
    listedFields: 0,
    ranged: false,
    answered: new Set(),
  }
  const comparisons = clauses.filter((clause): clause is Compare => clause.kind === 'compare')
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  for (const field of fields) {
    const own = comparisons.filter(({ path }) => path === field.path)
    const point =
      own.find(({ operator, value }) => operator === '$eq' && isIndexable(value)) ?? listed(own, prefixes.length)
    if (!point) {
      const ranges = rangesOf(own, field, multikey, bounds.answered)
      bounds.ranged = ranges !== undefined
      return { ...bounds, ...spread(prefixes, ranges) }
    }
    const values = point.operator === '$in' ? (point.value as unknown[]) : [point.value]
    const keys = distinctKeys(values.map((value) => directed(sortKey(value), field)))
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])))
    if (point.operator === '$in') bounds.listedFields++
    else if (bounds.listedFields === 0) bounds.equalFields++
    else bounds.listedFields++
    // A missing field inside an array's element has the key of null, though the whole document may not match.
    if (!multikey || !values.includes(null)) bounds.answered.add(point)
  }
  return { ...bounds, ...spread(prefixes, undefined) }
}

function listed(own: readonly Compare[], already: number): Compare | undefined {
  return own.find(({ operator, value }) => {
    return (
      operator === '$in' && Array.isArray(value) && value.length * already <= MOST_RANGES && value.every(isIndexable)
    )
  })
}

function spread(prefixes: readonly Buffer[], range: KeyRange | undefined): Pick<Bounds, 'ranges' | 'prefixLengths'> {
  const ranges = prefixes.map((prefix) => {
    const whole = { from: prefix.length ? prefix : undefined, to: prefix.length ? after(prefix) : undefined }
    if (!range) return whole
    const from = range.from ? Buffer.concat([prefix, range.from]) : whole.from
    return { from, to: range.to ? Buffer.concat([prefix, range.to]) : whole.to }
  })
  return { ranges, prefixLengths: prefixes.map(({ length }) => length) }
}

/** The part of one field's values that its comparisons allow, inside the type they compare with. */
function rangesOf(
  own: readonly Compare[],
  field: IndexField,
  multikey: boolean,
  answered: Set<Clause>,
): KeyRange | undefined {
  const usable = own.filter(
    ({ operator, value }) => operator !== '$eq' && operator !== '$in' && value !== null && isIndexable(value),
  )
  const lower = usable.find(({ operator }) => operator === '$gt' || operator === '$gte')
  const upper = usable.find(({ operator }) => operator === '$lt' || operator === '$lte')
  const first = lower ?? upper
  if (!first) return undefined
  const type = typePrefix(sortKey(first.value))
  const both = lower && upper && !multikey && type.equals(typePrefix(sortKey(upper.value)))
  const used = both ? [lower, upper] : [first]
  let range: KeyRange = { from: directed(type, field), to: after(directed(type, field)) }
  for (const { operator, value } of used)
    range = cut(range, operator, directed(sortKey(value), field), field.descending)
  if (!multikey) used.forEach((clause) => answered.add(clause))
  return range
}

function cut(range: KeyRange, operator: string, key: Buffer, descending: boolean): KeyRange {
  const inclusive = operator === '$gte' || operator === '$lte'
  const isLower = (operator === '$gt' || operator === '$gte') !== descending
  if (isLower) return { from: inclusive ? key : after(key), to: range.to }
  return { from: range.from, to: inclusive ? after(key) : key }
}

function directed(key: Buffer, field: IndexField): Buffer {
  return field.descending ? invert(key) : key
}

function distinctKeys(keys: readonly Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()].sort(Buffer.compare)
}
