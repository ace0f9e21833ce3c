import type { Collection, StoredDocument } from './collection'
import { parseStored, type Document } from './ejson'
import { compile, type Clause } from './filter'
import type { IndexField } from './index-entries'
import { planQuery, wantedIndex, type Planned } from './plan'
import { FirstInOrder, orderKey } from './sort-documents'
import { walkPlan } from './walk-plan'

/** What to read: a conjunction, an order, and which part of the result. */
export interface Reading {
  clauses: readonly Clause[]
  order: readonly IndexField[]
  skip: number
  limit: number
}

/** A document that fits; decoded only when something had to look inside it. */
export interface Match extends StoredDocument {
  document?: Document
}

/** Sorting more than this in memory is worth an index. */
const MANY = 1000
const MOST_SHAPES = 1000

/** Answers queries over committed documents, and tells once per query shape when an index is missing. */
export class Reader {
  private readonly warned = new Set<string>()

  constructor(private readonly warn: (message: string) => void) {}

  /** The documents that fit, in order, no more than asked for. */
  read(collection: Collection, { clauses, order, skip, limit }: Reading): Match[] {
    const planned = planQuery(collection, clauses, order)
    this.warnOfScan(collection, planned, clauses, order)
    return planned.ordered
      ? take(matches(collection, planned, skip + limit), skip, limit)
      : this.readSorted(collection, planned, { clauses, order, skip, limit })
  }

  /** How many documents fit; from the index alone where it answers every clause. */
  count(collection: Collection, clauses: readonly Clause[]): number {
    if (clauses.length === 0) return collection.count()
    const planned = planQuery(collection, clauses, [])
    this.warnOfScan(collection, planned, clauses, [])
    const { plan, remaining } = planned
    if (plan.kind === 'index' && plan.index && remaining.length === 0 && plan.bounds.ranges.length === 1) {
      const [range] = plan.bounds.ranges
      if (range) return collection.countRange(plan.index, range)
    }
    let total = 0
    for (const _match of matches(collection, planned, MANY)) total++
    return total
  }

  private readSorted(collection: Collection, planned: Planned, { clauses, order, skip, limit }: Reading): Match[] {
    const first = new FirstInOrder<Match>(skip + limit)
    for (const match of matches(collection, planned, MANY)) {
      const document = (match.document ??= parseStored(match.body))
      first.add(orderKey(document, order), match)
      // The body is enough to answer from; keeping thousands decoded is not.
      if (first.seen > MANY) delete match.document
    }
    if (first.seen > MANY && planned.plan.kind !== 'scan') {
      this.warnOnce(collection, `sorts ${first.seen} documents in memory`, clauses, order)
    }
    return first.items().slice(skip)
  }

  private warnOfScan(
    collection: Collection,
    planned: Planned,
    clauses: readonly Clause[],
    order: readonly IndexField[],
  ): void {
    if (planned.plan.kind === 'scan' && (clauses.length > 0 || order.length > 0)) {
      this.warnOnce(collection, 'reads the whole collection', clauses, order)
    }
  }

  private warnOnce(
    collection: Collection,
    what: string,
    clauses: readonly Clause[],
    order: readonly IndexField[],
  ): void {
    const wanted = wantedIndex(clauses, order)
    const index = wanted.map(({ path, descending }) => `${path} ${descending ? '-1' : '1'}`).join(', ')
    const shape = `${collection.name} ${index}`
    if (this.warned.has(shape) || this.warned.size >= MOST_SHAPES) return
    this.warned.add(shape)
    const advice = index ? `; an index on (${index}) would serve it` : ''
    this.warn(`a query on ${collection.name} ${what}${advice}`)
  }
}

function* matches(collection: Collection, { plan, remaining, ordered }: Planned, expected: number): Generator<Match> {
  const test = remaining.length > 0 ? compile(remaining) : undefined
  for (const stored of walkPlan(collection, plan, ordered, expected)) {
    if (!test) yield stored
    else {
      const document = parseStored(stored.body)
      if (test(document)) yield { ...stored, document }
    }
  }
}

function take(source: Generator<Match>, skip: number, limit: number): Match[] {
  const taken: Match[] = []
  let passed = 0
  if (limit === 0) return taken
  for (const match of source) {
    if (passed++ < skip) continue
    taken.push(match)
    if (taken.length === limit) break
  }
  return taken
}
