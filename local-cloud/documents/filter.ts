import { Query } from 'mingo'
import { ObjectId } from 'bson'
import { isPlainObject, type Document } from './ejson'
import { isReserved } from './document-shape'
import { invalid, refusing } from './refusals'

/** The comparisons an index can answer. */
type Comparison = '$eq' | '$in' | '$gt' | '$gte' | '$lt' | '$lte'

/** One condition of the conjunction a filter is; `source` says it alone in the query language. */
export type Clause =
  | { kind: 'compare'; path: string; operator: Comparison; value: unknown; source: Document }
  | { kind: 'or'; branches: Document[]; source: Document }
  | { kind: 'other'; path: string | undefined; source: Document }

/** A longer list than this stays one `$in`, whose cost does not grow with each document. */
const MOST_EQUALITIES = 200

/** Decides whether a document fits. */
export type Test = (document: Document) => boolean

const COMPARISONS: readonly string[] = ['$eq', '$in', '$gt', '$gte', '$lt', '$lte'] satisfies Comparison[]
const TOP_LEVEL = new Set(['$and', '$or', '$nor', '$expr'])
const FIELD_LEVEL = new Set(
  '$eq $ne $gt $gte $lt $lte $in $nin $exists $type $mod $regex $options $not $all $elemMatch $size $bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear'.split(
    ' ',
  ),
)
/** Operators that run the caller's program, write, or need data this server has not. */
const FORBIDDEN = new Set(['$where', '$function', '$accumulator', '$jsonSchema', '$out', '$merge'])

/**
 * Splits a filter into its conjunction, with MongoDB's reading of comparisons with null.
 * @throws CloudError `INVALID_PARAM` for an unknown operator or a list where none belongs
 */
export function clausesOf(filter: Document): Clause[] {
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (key.startsWith('$')) return topLevelClauses(key, condition)
    if (key.split('.').some(isReserved)) throw invalid(`${key} is not a field path`)
    return fieldClauses(key, condition)
  })
}

/** Compiles conditions for documents already in memory. */
export function compile(clauses: readonly Clause[]): Test {
  if (clauses.length === 0) return () => true
  const query = refusing(() => new Query({ $and: clauses.map(({ source }) => source) }, { scriptEnabled: false }))
  return (document) => refusing(() => query.test(document))
}

/** Refuses, at any depth, operators this server must not run. */
export function checkOperators(value: unknown): void {
  if (Array.isArray(value)) value.forEach(checkOperators)
  else if (isPlainObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (FORBIDDEN.has(key)) throw invalid(`${key} is not supported`)
      checkOperators(inner)
    }
  }
}

/** Whether an index key stands for exactly this value, so that the index alone can answer. */
export function isIndexable(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value)
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value)
  return value === null || typeof value === 'boolean' || value instanceof Date || value instanceof ObjectId
}

function topLevelClauses(operator: string, condition: unknown): Clause[] {
  if (!TOP_LEVEL.has(operator)) throw invalid(`unknown top level operator: ${operator}`)
  if (operator === '$expr') {
    checkOperators(condition)
    return [{ kind: 'other', path: undefined, source: { $expr: condition } }]
  }
  if (!Array.isArray(condition) || condition.length === 0 || !condition.every(isPlainObject)) {
    throw invalid(`${operator} takes a list of conditions`)
  }
  if (operator === '$and') return condition.flatMap(clausesOf)
  const branches = condition.map((branch) => normalised(branch))
  const source = { [operator]: branches }
  return operator === '$or' ? [{ kind: 'or', branches, source }] : [{ kind: 'other', path: undefined, source }]
}

/** The filter again, with every clause in the form the engine understands. */
function normalised(filter: Document): Document {
  const clauses = clausesOf(filter)
  if (clauses.length === 0) return {}
  return clauses.length === 1 && clauses[0] ? clauses[0].source : { $and: clauses.map(({ source }) => source) }
}

function fieldClauses(path: string, condition: unknown): Clause[] {
  if (condition instanceof RegExp) return [{ kind: 'other', path, source: { [path]: condition } }]
  if (!isPlainObject(condition) || !Object.keys(condition).some((key) => key.startsWith('$'))) {
    return [compare(path, '$eq', condition)]
  }
  const operators = Object.entries(condition)
  for (const [operator] of operators) {
    if (!FIELD_LEVEL.has(operator)) throw invalid(`unknown operator: ${operator}`)
  }
  if ('$regex' in condition || '$options' in condition) return regexClauses(path, condition)
  return operators.map(([operator, value]) => operatorClause(path, operator, value))
}

function regexClauses(path: string, { $regex, $options, ...rest }: Document): Clause[] {
  const pattern = $regex instanceof RegExp ? $regex.source : $regex
  const flags = $options ?? ($regex instanceof RegExp ? $regex.flags : '')
  if (typeof pattern !== 'string' || typeof flags !== 'string' || !/^[imsu]*$/.test(flags)) {
    throw invalid('$regex takes a pattern, $options its flags')
  }
  const source = { [path]: refusing(() => new RegExp(pattern, flags)) }
  return [{ kind: 'other', path, source }, ...(Object.keys(rest).length ? fieldClauses(path, rest) : [])]
}

function operatorClause(path: string, operator: string, value: unknown): Clause {
  checkOperand(path, operator, value)
  if (value === null && (operator === '$lte' || operator === '$gte')) return compare(path, '$eq', null)
  if (COMPARISONS.includes(operator)) return compare(path, operator as Comparison, value)
  if (operator === '$nin') return { kind: 'other', path, source: { $nor: [compare(path, '$in', value).source] } }
  if (operator === '$not' && isPlainObject(value)) {
    const inner = fieldClauses(path, value).map(({ source }) => source)
    return { kind: 'other', path, source: { $nor: [{ $and: inner }] } }
  }
  return { kind: 'other', path, source: { [path]: { [operator]: value } } }
}

function checkOperand(path: string, operator: string, value: unknown): void {
  const list = operator === '$in' || operator === '$nin' || operator === '$all'
  if (list && !Array.isArray(value)) throw invalid(`${operator} needs an array`)
  if (
    operator === '$mod' &&
    !(Array.isArray(value) && value.length === 2 && value.every(Number.isFinite) && value[0] !== 0)
  ) {
    throw invalid('$mod takes a divisor other than 0 and a remainder')
  }
  if (operator === '$size' && !(Number.isInteger(value) && Number(value) >= 0))
    throw invalid('$size takes a whole number')
  if (operator === '$not' && !isPlainObject(value) && !(value instanceof RegExp))
    throw invalid('$not needs a condition')
  if (operator === '$elemMatch') {
    if (!isPlainObject(value)) throw invalid('$elemMatch needs an object')
    const onElements = Object.keys(value).some((key) => key.startsWith('$') && !TOP_LEVEL.has(key))
    if (onElements) fieldClauses(path, value)
    else clausesOf(value)
  }
}

function compare(path: string, operator: Comparison, value: unknown): Clause {
  if (operator === '$in' && path.includes('.'))
    return { kind: 'compare', path, operator, value, source: anyOf(path, value as unknown[]) }
  const source = { [path]: operator === '$eq' && isIndexable(value) ? value : { [operator]: value } }
  return { kind: 'compare', path, operator, value, source }
}

/** The engine's `$in` does not look into an array inside an array's element, its equality does. */
function anyOf(path: string, values: readonly unknown[]): Document {
  if (values.length === 0 || values.length > MOST_EQUALITIES) return { [path]: { $in: values } }
  return {
    $or: values.map((value) => ({ [path]: value instanceof RegExp || isIndexable(value) ? value : { $eq: value } })),
  }
}
