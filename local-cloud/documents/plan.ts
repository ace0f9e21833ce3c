import type { Collection, IndexTable } from './collection'
import { boundsOf, type Bounds } from './key-ranges'
import { clausesOf, type Clause } from './filter'
import type { IndexField } from './index-entries'

/** How a query's documents are come by. */
export type Plan =
  | { kind: 'scan' }
  /** `index` undefined is the table of ids; `reverse` runs it backwards. */
  | { kind: 'index'; index: IndexTable | undefined; bounds: Bounds; reverse: boolean }
  | { kind: 'union'; branches: Extract<Plan, { kind: 'index' }>[] }

/** A plan with what is left to do after it. */
export interface Planned {
  plan: Plan
  /** Clauses the plan has not answered already. */
  remaining: Clause[]
  /** Whether the plan meets the documents in the order asked for. */
  ordered: boolean
}

/** Beyond this many `$in` values their ranges are not merged: the result is sorted instead. */
const MOST_MERGED = 64

const ID_FIELDS: readonly IndexField[] = [{ path: '_id', descending: false }]

/** Chooses the index that narrows a conjunction most and, among equals, one that gives the order as well. */
export function planQuery(collection: Collection, clauses: readonly Clause[], order: readonly IndexField[]): Planned {
  const best = bestIndex(collection, clauses, order)
  if (best && best.score >= NARROWED) return best.planned
  const union = unionOf(collection, clauses)
  if (union) return { plan: union, remaining: [...clauses], ordered: false }
  return best?.planned ?? { plan: { kind: 'scan' }, remaining: [...clauses], ordered: order.length === 0 }
}

/** Names the index that would serve a query: equalities, then the order, then the ranges. */
export function wantedIndex(clauses: readonly Clause[], order: readonly IndexField[]): IndexField[] {
  const compared = clauses.filter((clause) => clause.kind === 'compare')
  const points = compared.filter(({ operator }) => operator === '$eq' || operator === '$in').map(({ path }) => path)
  const ranges = compared.filter(({ operator }) => operator !== '$eq' && operator !== '$in').map(({ path }) => path)
  const others = clauses.flatMap((clause) => (clause.kind === 'other' && clause.path ? [clause.path] : []))
  const wanted = new Map<string, IndexField>()
  for (const path of points) wanted.set(path, { path, descending: false })
  for (const field of order) if (!wanted.has(field.path)) wanted.set(field.path, field)
  for (const path of [...ranges, ...(wanted.size ? [] : others)]) {
    if (!wanted.has(path)) wanted.set(path, { path, descending: false })
  }
  return [...wanted.values()]
}

const NARROWED = 5
const ORDERED = 4

interface Candidate {
  planned: Planned
  score: number
}

function bestIndex(
  collection: Collection,
  clauses: readonly Clause[],
  order: readonly IndexField[],
): Candidate | undefined {
  const candidates = [undefined, ...collection.indexes].map((index) => candidate(index, clauses, order))
  const useful = candidates.filter(({ score }) => score > 0)
  return useful.sort((left, right) => right.score - left.score)[0]
}

function candidate(index: IndexTable | undefined, clauses: readonly Clause[], order: readonly IndexField[]): Candidate {
  const fields = index?.fields ?? ID_FIELDS
  const bounds = boundsOf(fields, index?.multikey ?? false, clauses)
  const direction = order.length > 0 && !index?.multikey ? directionFor(fields, bounds, order) : undefined
  const plan: Plan = { kind: 'index', index, bounds, reverse: direction === 'reverse' }
  const remaining = clauses.filter((clause) => !bounds.answered.has(clause))
  const narrowing = bounds.equalFields * 10 + bounds.listedFields * 9 + (bounds.ranged ? NARROWED : 0)
  // An id names one document: nothing narrows further.
  const single = index === undefined && bounds.equalFields === 1 ? 1000 : 0
  const score = narrowing + single + (direction ? ORDERED : 0)
  return { planned: { plan, remaining, ordered: direction !== undefined || order.length === 0 }, score }
}

/** Which way an index has to be run to give an order; undefined when it cannot. */
function directionFor(
  fields: readonly IndexField[],
  { equalFields, listedFields, ranges }: Bounds,
  order: readonly IndexField[],
): 'forward' | 'reverse' | undefined {
  if (ranges.length > MOST_MERGED) return undefined
  const fixed = equalFields + listedFields
  // One range holds every leading field to one value; several hold only the equalities so, and are merged by the rest.
  const constant = new Set(fields.slice(0, ranges.length > 1 ? equalFields : fixed).map(({ path }) => path))
  const asked = order.filter(({ path }) => !constant.has(path))
  const free = fields.slice(fixed)
  const first = asked[0]
  if (!first) return 'forward'
  const reverse = free[0]?.descending !== first.descending
  const served = asked.every(({ path, descending }, at) => {
    const field = free[at]
    return field?.path === path && (field.descending !== descending) === reverse
  })
  if (!served) return undefined
  return reverse ? 'reverse' : 'forward'
}

/** An `$or` whose every branch has an index reads just those; the whole filter is checked again afterwards. */
function unionOf(collection: Collection, clauses: readonly Clause[]): Plan | undefined {
  for (const clause of clauses) {
    if (clause.kind !== 'or') continue
    const branches = clause.branches.map((branch) => {
      const best = bestIndex(collection, [...clausesOf(branch), ...clauses.filter((other) => other !== clause)], [])
      return best && best.score >= NARROWED && best.planned.plan.kind === 'index' ? best.planned.plan : undefined
    })
    if (branches.every((branch) => branch !== undefined)) return { kind: 'union', branches }
  }
  return undefined
}
