import type { Document } from './ejson'
import { valuesAt, type IndexField } from './index-entries'
import { invert, sortKey } from './sort-key'

/** The key by which a document takes its place in an order; an array counts as its least or greatest element. */
export function orderKey(document: Document, order: readonly IndexField[]): Buffer {
  return Buffer.concat(
    order.map(({ path, descending }) => {
      const keys = valuesAt(document, path).values.map((value) =>
        descending ? invert(sortKey(value)) : sortKey(value),
      )
      return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least))
    }),
  )
}

/** Keeps the first `wanted` items of an order while any number of them pass by. */
export class FirstInOrder<Item> {
  private kept: { key: Buffer; arrival: number; item: Item }[] = []
  private arrivals = 0

  constructor(private readonly wanted: number) {}

  /** How many items passed by. */
  get seen(): number {
    return this.arrivals
  }

  add(key: Buffer, item: Item): void {
    this.kept.push({ key, arrival: this.arrivals++, item })
    // Sorting now and then costs less than keeping a heap and holds no more than a bounded surplus.
    if (this.kept.length > this.wanted * 2 + 1000) this.shrink()
  }

  items(): Item[] {
    this.shrink()
    return this.kept.map(({ item }) => item)
  }

  private shrink(): void {
    this.kept.sort((left, right) => Buffer.compare(left.key, right.key) || left.arrival - right.arrival)
    this.kept.length = Math.min(this.kept.length, this.wanted)
  }
}
