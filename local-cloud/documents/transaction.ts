import { changeTo, documentName, uniqueKeysTaken, type Change } from './changes'
import type { Collection } from './collection'
import { parseStored, type Document } from './ejson'
import { indexEntries } from './index-entries'
import { idKey as idKeyOf } from './document-shape'
import { conflict, duplicate, failed } from './refusals'
import type { Transactions } from './transactions'

const HEAVIEST = 64 * 1024 * 1024

/** One open transaction: its snapshot, what it holds and what it would write. */
export class Transaction {
  /** The names of the documents it has locked. */
  readonly locked = new Set<string>()
  /** Resolves when it is over, however it ends. */
  readonly over: Promise<void>
  private readonly pending = new Map<string, Change>()
  private readonly startedOnMachine = performance.now()
  private version: number | undefined
  private weight = 0
  private resolveOver: () => void = () => undefined

  constructor(
    readonly id: string,
    private readonly startedAt: number,
    private readonly all: Transactions,
  ) {
    this.over = new Promise((resolve) => {
      this.resolveOver = resolve
    })
  }

  /** Whether it has begun to read: like MongoDB's, the snapshot is of the first operation, not of the start. */
  get taken(): boolean {
    return this.version !== undefined
  }

  get snapshot(): number {
    return (this.version ??= this.all.history.now)
  }

  /** A document as this transaction sees it: its own writes, else the snapshot. */
  read(collection: Collection, idKey: Buffer): string | undefined {
    const name = documentName(collection, idKey)
    const own = this.pending.get(name)
    if (own) return own.body
    const past = this.all.history.at(name, this.snapshot)
    return past ? past.body : collection.find(idKey)?.body
  }

  /** Locks a document before deciding what to write. @throws CloudError the conflict that ends the transaction */
  hold(collection: Collection, idKey: Buffer): void {
    this.all.lock(this, documentName(collection, idKey))
  }

  /**
   * Writes a document, or removes it, for this transaction alone.
   * @throws CloudError the conflict or the duplicate that ends the transaction
   */
  write(collection: Collection, idKey: Buffer, after: Document | undefined): void {
    const name = documentName(collection, idKey)
    this.all.lock(this, name)
    const change = changeTo(collection, idKey, collection.find(idKey), after)
    const previous = this.pending.get(name)
    if (previous) this.all.release(this, uniqueKeysTaken(previous))
    this.pending.set(name, change)
    this.checkCommitted(change)
    if (this.all.reserve(this, name, uniqueKeysTaken(change)) !== undefined) throw duplicate(collection.name, 'unique')
    this.weight += (change.body?.length ?? 0) - (previous?.body?.length ?? 0)
    if (this.weight > HEAVIEST) throw failed('the transaction is too large')
  }

  changes(): Change[] {
    return [...this.pending.values()]
  }

  isOver(now: number, life: number): boolean {
    return now - this.startedAt >= life || performance.now() - this.startedOnMachine >= life
  }

  end(): void {
    this.resolveOver()
  }

  /** A unique key may be taken from a committed document only if this transaction has made that document give it up. */
  private checkCommitted({ collection, stored, deltas }: Change): void {
    for (const { index, added } of deltas) {
      if (!index.unique) continue
      for (const key of added) {
        const holder = collection.holder(index, key, stored?.sequence ?? 0)
        if (!holder) continue
        const name = documentName(collection, idKeyOf(parseStored(holder.body)._id))
        const own = this.pending.get(name)
        if (own && !this.stillHas(own, index.table, key)) continue
        // It came after our snapshot: starting afresh will see it.
        throw this.all.history.changedSince(name, this.snapshot) ? conflict() : duplicate(collection.name, index.name)
      }
    }
  }

  private stillHas({ collection, body }: Change, table: string, key: Buffer): boolean {
    const index = collection.indexes.find((candidate) => candidate.table === table)
    return (
      body !== undefined &&
      index !== undefined &&
      indexEntries(parseStored(body), index.fields).keys.some((own) => own.equals(key))
    )
  }
}
