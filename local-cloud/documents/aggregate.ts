import { Aggregator } from 'mingo'
import type { Collection } from './collection'
import { isPlainObject, parseStored, stringifyEjson, type Document } from './ejson'
import { checkOperators, clausesOf, type Clause } from './filter'
import type { IndexField } from './index-entries'
import type { Reader } from './read-documents'
import { failed, invalid, refusing } from './refusals'

interface Stage {
  name: string
  argument: unknown
}

const STAGES = new Set(
  '$match $group $sort $project $limit $skip $unwind $lookup $count $addFields $set $unset $bucket $bucketAuto $replaceRoot $replaceWith $sample $sortByCount $facet'.split(
    ' ',
  ),
)
const LARGEST_ANSWER = 16 * 1024 * 1024

/**
 * Runs an aggregation. The `$match`, `$sort`, `$skip` and `$limit` it begins with are read through an index like any
 * query; the rest is the engine's.
 * @param find resolves the collections a `$lookup` names
 * @returns the resulting documents as EJSON
 */
export function aggregate(
  reader: Reader,
  collection: Collection,
  stages: readonly Stage[],
  find: (name: string) => Collection | undefined,
): string[] {
  stages.forEach(checkStage)
  const { clauses, order, skip, limit, consumed } = leading(stages)
  const matches = reader.read(collection, { clauses, order, skip, limit })
  const documents = matches.map(({ document, body }) => document ?? parseStored(body))
  const pipeline = stages
    .slice(consumed)
    .map(({ name, argument }) => ({ [name]: name === '$match' ? matching(argument) : argument }))
  const results = refusing(() => run(documents, pipeline, find))
  const list = results.map(stringifyEjson)
  if (list.reduce((total, text) => total + text.length, 0) > LARGEST_ANSWER)
    throw failed('the answer is larger than 16 MB')
  return list
}

function run(documents: Document[], pipeline: Document[], find: (name: string) => Collection | undefined): Document[] {
  if (pipeline.length === 0) return documents
  const collectionResolver = (name: string): Document[] => [...(find(name)?.documents() ?? [])]
  return new Aggregator(pipeline, { scriptEnabled: false, collectionResolver }).run(documents)
}

function checkStage({ name, argument }: Stage): void {
  if (!STAGES.has(name)) throw invalid(`unrecognized pipeline stage name: ${name}`)
  checkOperators(argument)
  if (
    (name === '$limit' || name === '$skip') &&
    !(Number.isSafeInteger(argument) && Number(argument) >= (name === '$limit' ? 1 : 0))
  ) {
    throw invalid(`${name} takes a whole number`)
  }
  if (name === '$group' && !(isPlainObject(argument) && '_id' in argument))
    throw invalid('a group specification must include an _id')
  if (name === '$facet' && isPlainObject(argument)) {
    for (const pipeline of Object.values(argument)) {
      if (!Array.isArray(pipeline)) throw invalid('$facet takes pipelines')
      for (const stage of pipeline as unknown[]) {
        const [entry] = Object.entries(isPlainObject(stage) ? stage : {})
        if (!entry) throw invalid('a stage must be an object with one field')
        checkStage({ name: entry[0], argument: entry[1] })
      }
    }
  }
}

/** What the first stages say that a query can say: matches, then at most one order, one skip, one limit. */
function leading(stages: readonly Stage[]): {
  clauses: Clause[]
  order: IndexField[]
  skip: number
  limit: number
  consumed: number
} {
  const reading = {
    clauses: [] as Clause[],
    order: [] as IndexField[],
    skip: 0,
    limit: Number.MAX_SAFE_INTEGER,
    consumed: 0,
  }
  const next = (name: string): Stage | undefined => {
    const stage = stages[reading.consumed]
    if (stage?.name === name) reading.consumed++
    return stage?.name === name ? stage : undefined
  }
  for (let stage = next('$match'); stage; stage = next('$match')) reading.clauses.push(...clausesOf(object(stage)))
  const sort = next('$sort')
  if (sort)
    reading.order = Object.entries(object(sort)).map(([path, direction]) => ({ path, descending: descends(direction) }))
  const skip = next('$skip')
  if (skip) reading.skip = Number(skip.argument)
  const limit = next('$limit')
  if (limit) reading.limit = Math.min(Number(limit.argument), Number.MAX_SAFE_INTEGER - reading.skip)
  else reading.limit -= reading.skip
  return reading
}

function matching(argument: unknown): Document {
  if (!isPlainObject(argument)) throw invalid('$match takes an object')
  const clauses = clausesOf(argument)
  return clauses.length > 0 ? { $and: clauses.map(({ source }) => source) } : {}
}

function object({ name, argument }: Stage): Document {
  if (!isPlainObject(argument)) throw invalid(`${name} takes an object`)
  return argument
}

function descends(direction: unknown): boolean {
  if (direction !== 1 && direction !== -1) throw invalid('the direction of a sort is 1 or -1')
  return direction === -1
}
