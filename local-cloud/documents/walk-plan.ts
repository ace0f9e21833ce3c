import type { Collection, IndexPosition, IndexTable, KeyRange, StoredDocument } from './collection'
import type { Plan } from './plan'

/** A document met on a range of an index: `rank` is the part of its key that orders ranges among each other. */
interface Met extends StoredDocument {
  rank: Buffer
}

type IndexPlan = Extract<Plan, { kind: 'index' }>

const SMALLEST_PAGE = 20
/** Of many ranges that are merged each gives a few documents at most: the first page of one is this long or its share. */
const SMALLEST_MERGED_PAGE = 4
const LARGEST_PAGE = 1000

/**
 * Reads what a plan leads to, page by page and no further than the caller goes; each document once.
 * @param ordered whether several ranges have to be merged into one order
 * @param expected how many documents the caller will probably take
 */
export function* walkPlan(
  collection: Collection,
  plan: Plan,
  ordered: boolean,
  expected: number,
): Generator<StoredDocument> {
  const size = Math.min(Math.max(expected, SMALLEST_PAGE), LARGEST_PAGE)
  switch (plan.kind) {
    case 'scan':
      yield* scan(collection, size)
      return
    case 'union':
      yield* once(walkBranches(collection, plan.branches, size))
      return
    case 'index': {
      const met = walkIndex(collection, plan, ordered, size)
      yield* plan.index?.multikey ? once(met) : met
    }
  }
}

function* scan(collection: Collection, firstSize: number): Generator<StoredDocument> {
  let last = 0
  for (let size = firstSize; ; size = grown(size)) {
    const page = collection.page(last, size)
    yield* page
    const end = page.at(-1)
    if (!end) return
    last = end.sequence
  }
}

function* walkBranches(
  collection: Collection,
  branches: readonly IndexPlan[],
  size: number,
): Generator<StoredDocument> {
  for (const branch of branches) yield* walkIndex(collection, branch, false, size)
}

function* walkIndex(
  collection: Collection,
  { index, bounds, reverse }: IndexPlan,
  ordered: boolean,
  size: number,
): Generator<StoredDocument> {
  if (!index && bounds.equalFields === 1) {
    const id = bounds.ranges[0]?.from
    const stored = id && collection.find(id)
    if (stored) yield stored
    return
  }
  const isMerged = ordered && bounds.ranges.length > 1
  const firstSize = isMerged ? Math.max(SMALLEST_MERGED_PAGE, Math.ceil((2 * size) / bounds.ranges.length)) : size
  const streams = bounds.ranges.map((range, at) => {
    return walkRange(collection, index, range, reverse, firstSize, bounds.prefixLengths[at] ?? 0)
  })
  if (isMerged) yield* merged(streams, reverse)
  else for (const stream of streams) yield* stream
}

function* walkRange(
  collection: Collection,
  index: IndexTable | undefined,
  range: KeyRange,
  reverse: boolean,
  firstSize: number,
  prefixLength: number,
): Generator<Met> {
  let position: IndexPosition | undefined
  for (let size = firstSize; ; size = grown(size)) {
    const page = index
      ? collection.pageByIndex(index, range, reverse, position, size)
      : collection.pageById(range, reverse, position, size)
    for (const { key, sequence, body } of page) yield { sequence, body, rank: key.subarray(prefixLength) }
    position = page.at(-1)
    if (!position) return
  }
}

/** Merges ranges that are each in order; there are few, so the next one is found by looking at all heads. */
function* merged(streams: readonly Generator<Met>[], reverse: boolean): Generator<StoredDocument> {
  const heads = streams.flatMap((stream) => {
    const first = stream.next()
    return first.done ? [] : [{ stream, met: first.value }]
  })
  while (heads.length > 0) {
    let next = 0
    for (let at = 1; at < heads.length; at++) {
      const order = compareMet(heads[at]?.met, heads[next]?.met)
      if (reverse ? order > 0 : order < 0) next = at
    }
    const head = heads[next]
    if (!head) return
    yield head.met
    const following = head.stream.next()
    if (following.done) heads.splice(next, 1)
    else head.met = following.value
  }
}

function compareMet(left: Met | undefined, right: Met | undefined): number {
  if (!left || !right) return 0
  return Buffer.compare(left.rank, right.rank) || left.sequence - right.sequence
}

function* once(met: Iterable<StoredDocument>): Generator<StoredDocument> {
  const seen = new Set<number>()
  for (const document of met) {
    if (seen.has(document.sequence)) continue
    seen.add(document.sequence)
    yield document
  }
}

function grown(size: number): number {
  return Math.min(size * 2, LARGEST_PAGE)
}
