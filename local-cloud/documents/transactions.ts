import { randomBytes } from 'node:crypto'
import type { Batch } from './batch'
import { documentName, uniqueKeysTaken, writeChanges, type Change } from './changes'
import { History } from './history'
import { conflict, failed, transactionGone } from './refusals'
import { Transaction } from './transaction'

/** A transaction lives this long, in milliseconds, as in the service. */
export const TRANSACTION_LIFE = 30_000
const MOST_OPEN = 5000
/** Old bodies kept for open snapshots; beyond this the oldest transaction is given up. */
const HEAVIEST_HISTORY = 128 * 1024 * 1024

/**
 * Snapshot isolation for open transactions. The first to write a document holds it and reserves the unique keys it
 * takes; whoever comes second loses at once. Nothing touches the file before the commit.
 */
export class Transactions {
  readonly history = new History()
  private readonly open = new Map<string, Transaction>()
  private readonly documents = new Map<string, Transaction>()
  private readonly uniqueKeys = new Map<string, { holder: Transaction; name: string }>()
  private readonly sweeper: NodeJS.Timeout

  constructor(
    private readonly batch: Batch,
    private readonly now: () => number,
  ) {
    // A clock that stands still must not keep an abandoned transaction's locks for ever.
    this.sweeper = setInterval(() => this.expire(), 1000)
    this.sweeper.unref()
  }

  start(): string {
    this.expire()
    if (this.open.size >= MOST_OPEN) throw failed('too many open transactions')
    const id = randomBytes(16).toString('hex')
    this.open.set(id, new Transaction(id, this.now(), this))
    return id
  }

  /** @throws CloudError `DATABASE_TRANSACTION_FAIL` when it is unknown, finished, aborted or expired */
  get(id: unknown): Transaction {
    this.expire()
    const transaction = typeof id === 'string' ? this.open.get(id) : undefined
    if (!transaction) throw transactionGone('the transaction does not exist, is finished, was aborted or has expired')
    return transaction
  }

  /** Writes everything the transaction changed, all or nothing. */
  commit(id: unknown): void {
    const transaction = this.get(id)
    const changes = transaction.changes()
    try {
      if (changes.length > 0) this.write(changes)
    } finally {
      this.finish(transaction)
    }
  }

  abort(id: unknown): void {
    this.finish(this.get(id))
  }

  /** Writes changes to the file and notes what they replace, for snapshots still open. */
  write(changes: readonly Change[]): void {
    writeChanges(this.batch, changes)
    if (!this.snapshots().next().done) {
      this.history.advance()
      for (const { collection, idKey, stored } of changes)
        this.history.record(documentName(collection, idKey), stored?.body)
      this.lightenHistory()
    }
  }

  /** The open transaction that a plain write has to wait for; undefined when its way is free. */
  inTheWayOf(change: Change): Transaction | undefined {
    if (this.open.size === 0) return undefined
    this.expire()
    const holder = this.documents.get(documentName(change.collection, change.idKey))
    if (holder) return holder
    const taken = uniqueKeysTaken(change).find((key) => this.uniqueKeys.has(key))
    return taken === undefined ? undefined : this.uniqueKeys.get(taken)?.holder
  }

  /** Locks a document for a transaction. @throws CloudError the conflict that ends it */
  lock(transaction: Transaction, name: string): void {
    const holder = this.documents.get(name)
    if (holder && holder !== transaction) throw conflict()
    if (this.history.changedSince(name, transaction.snapshot)) throw conflict()
    this.documents.set(name, transaction)
    transaction.locked.add(name)
  }

  /** Reserves unique keys for one document. @returns the key another document of the same transaction already has */
  reserve(transaction: Transaction, name: string, keys: readonly string[]): string | undefined {
    for (const key of keys) {
      const reserved = this.uniqueKeys.get(key)
      if (!reserved) continue
      if (reserved.holder !== transaction) throw conflict()
      if (reserved.name !== name) return key
    }
    for (const key of keys) this.uniqueKeys.set(key, { holder: transaction, name })
    return undefined
  }

  release(transaction: Transaction, keys: readonly string[]): void {
    for (const key of keys) if (this.uniqueKeys.get(key)?.holder === transaction) this.uniqueKeys.delete(key)
  }

  /** Ends a transaction and lets go of all it holds. */
  finish(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return
    for (const name of transaction.locked) this.documents.delete(name)
    for (const change of transaction.changes()) this.release(transaction, uniqueKeysTaken(change))
    transaction.end()
    this.trimHistory()
  }

  abortAll(): void {
    for (const transaction of [...this.open.values()]) this.finish(transaction)
  }

  close(): void {
    clearInterval(this.sweeper)
    this.abortAll()
  }

  private expire(): void {
    const now = this.now()
    for (const transaction of [...this.open.values()])
      if (transaction.isOver(now, TRANSACTION_LIFE)) this.finish(transaction)
  }

  private trimHistory(): void {
    let oldest = Infinity
    for (const snapshot of this.snapshots()) oldest = Math.min(oldest, snapshot)
    this.history.forget(oldest)
  }

  private lightenHistory(): void {
    while (this.history.weight > HEAVIEST_HISTORY) {
      const oldest = [...this.open.values()]
        .filter(({ taken }) => taken)
        .sort((left, right) => left.snapshot - right.snapshot)[0]
      if (!oldest) return
      this.finish(oldest)
    }
  }

  private *snapshots(): Generator<number> {
    for (const transaction of this.open.values()) if (transaction.taken) yield transaction.snapshot
  }
}
