import { update } from 'mingo'
import { isPlainObject, type Document } from './ejson'
import { checkFieldNames, isReserved } from './document-shape'
import { checkOperators } from './filter'
import { failed, invalid, refusing } from './refusals'

const OPERATORS = new Set(
  '$set $unset $inc $mul $min $max $rename $push $pull $pullAll $addToSet $pop $currentDate $setOnInsert $bit'.split(
    ' ',
  ),
)
const ARRAY_OPERATORS = new Set(['$push', '$pull', '$pullAll', '$addToSet', '$pop'])
const NUMBER_OPERATORS = new Set(['$inc', '$mul', '$bit'])
/** These change only what is there; the others make the path. */
const NEVER_CREATES = new Set(['$unset', '$rename', '$pull', '$pullAll', '$pop'])

/** MongoDB's bound on the nulls that setting a far element of an array creates. */
const MOST_BACKFILL = 1_500_000

const LONGEST_PATH = 100

/** Update operators by name, each with its fields. */
export type Update = Record<string, Document>

/**
 * Checks an update's form.
 * @throws CloudError `INVALID_PARAM` for an unknown operator, a path out of the document or an operator among values
 */
export function checkedUpdate(data: Document): Update {
  const keys = Object.keys(data)
  if (!keys.some((key) => key.startsWith('$'))) return checkedUpdate({ $set: data })
  for (const [operator, fields] of Object.entries(data)) {
    if (!OPERATORS.has(operator)) throw invalid(`unknown update operator: ${operator}`)
    if (!isPlainObject(fields)) throw invalid(`${operator} takes an object of fields`)
    for (const [path, value] of Object.entries(fields)) {
      checkPath(path)
      if (operator === '$rename') checkPath(value)
      else checkOperand(operator, value)
    }
  }
  return data as Update
}

/**
 * Changes a decoded document in place as MongoDB would.
 * @param filter what found the document, for the positional `$`
 * @param now milliseconds, for `$currentDate`
 * @param inserting whether `$setOnInsert` counts
 * @throws CloudError `DATABASE_REQUEST_FAILED` where the data does not bear the change
 */
export function applyUpdate(
  document: Document,
  changes: Update,
  filter: Document,
  now: number,
  inserting = false,
): void {
  const { $setOnInsert, $currentDate, ...rest } = changes
  const effective: Update = { ...rest }
  const dates = Object.entries($currentDate ?? {}).map(([path]) => [path, new Date(now)] as const)
  if (dates.length > 0) effective.$set = { ...effective.$set, ...Object.fromEntries(dates) }
  if (inserting && $setOnInsert) effective.$set = { ...effective.$set, ...$setOnInsert }
  for (const [operator, fields] of Object.entries(effective)) {
    for (const [path, operand] of Object.entries(fields)) {
      guard(document, operator, path)
      if (operator === '$rename') guard(document, '$set', operand as string)
    }
  }
  refusing(() => update(document, effective, [], positional(effective) ? filter : {}, { cloneMode: 'deep' }))
}

function checkPath(path: unknown): void {
  if (typeof path !== 'string' || path === '') throw invalid('an update needs field paths')
  const segments = path.split('.')
  if (segments.length > LONGEST_PATH) throw invalid(`a path has at most ${LONGEST_PATH} parts`)
  if (segments.some((segment) => segment === '' || isReserved(segment) || segment.includes('\0'))) {
    throw invalid(`${JSON.stringify(path)} is not a field path`)
  }
  if (segments[0] === '_id')
    throw invalid("performing an update on the path '_id' would modify the immutable field '_id'")
  if (segments.some((segment) => segment.startsWith('$') && segment !== '$' && segment !== '$[]')) {
    throw invalid(`${JSON.stringify(path)} is not a field path`)
  }
}

function checkOperand(operator: string, value: unknown): void {
  if (NUMBER_OPERATORS.has(operator) && operator !== '$bit' && typeof value !== 'number') {
    throw failed(`cannot ${operator} with a value that is no number`)
  }
  if (operator === '$pull') checkOperators(value)
  if (operator === '$pull' || operator === '$bit' || operator === '$currentDate' || operator === '$unset') return
  if ((operator === '$push' || operator === '$addToSet') && isPlainObject(value) && '$each' in value) {
    if (!Array.isArray(value.$each)) throw invalid(`the argument to $each in ${operator} must be an array`)
    const allowed = operator === '$push' ? ['$each', '$slice', '$sort', '$position'] : ['$each']
    const unknown = Object.keys(value).find((key) => !allowed.includes(key))
    if (unknown) throw invalid(`unrecognised clause in ${operator}: ${unknown}`)
    checkFieldNames(value.$each)
    return
  }
  checkFieldNames(value)
}

function positional(changes: Update): boolean {
  return Object.values(changes).some((fields) => Object.keys(fields).some((path) => path.split('.').includes('$')))
}

/** Reports what the engine silently passes over and MongoDB refuses. */
function guard(document: Document, operator: string, path: string): void {
  const segments = path.split('.')
  // Positional paths are resolved per element by the engine.
  if (segments.some((segment) => segment.startsWith('$'))) return
  let holder: unknown = document
  for (const [depth, segment] of segments.entries()) {
    if (Array.isArray(holder) && !/^\d+$/.test(segment)) {
      if (NEVER_CREATES.has(operator)) return
      throw failed(`cannot create field '${segment}' in the array '${segments.slice(0, depth).join('.')}'`)
    }
    if (typeof holder !== 'object' || holder === null || holder instanceof Date) {
      if (NEVER_CREATES.has(operator)) return
      throw failed(
        `cannot create field '${segment}' in element {${segments.slice(0, depth).join('.')}: ${JSON.stringify(holder)}}`,
      )
    }
    if (Array.isArray(holder) && Number(segment) > holder.length + MOST_BACKFILL)
      throw failed(`${path} lies too far behind its array`)
    if (!Object.hasOwn(holder, segment)) return
    holder = (holder as Document)[segment]
  }
  if (NUMBER_OPERATORS.has(operator) && typeof holder !== 'number') {
    throw failed(`cannot apply ${operator} to '${path}', which is no number`)
  }
  if (ARRAY_OPERATORS.has(operator) && !Array.isArray(holder)) {
    throw failed(`the field '${path}' must be an array for ${operator}`)
  }
}
