import { failed } from './refusals'
import type { Sqlite } from './sqlite'

/**
 * Group commit: every write of one turn of the event loop goes into one SQLite transaction, so that one fsync serves
 * all of them. A caller's answer waits for {@link Batch.settled}; so does a reader's that came after a write not yet
 * on disk, or it could see what a crash then takes back.
 */
export class Batch {
  private pending: Promise<void> | undefined
  private settle: { resolve: () => void; reject: (error: Error) => void } | undefined
  private scheduled: NodeJS.Immediate | undefined

  /** Called when a commit fails and everything since the last one is undone. */
  onLost: () => void = () => undefined

  constructor(private readonly sqlite: Sqlite) {}

  /** Runs `work` inside the open batch: all of it happens or, when it throws, none of it. */
  write(work: () => void): void {
    this.open()
    this.sqlite.exec('SAVEPOINT write')
    try {
      work()
      this.sqlite.exec('RELEASE write')
    } catch (error) {
      this.sqlite.exec('ROLLBACK TO write; RELEASE write')
      throw error
    }
  }

  /** Resolves when everything written so far is on disk. */
  async settled(): Promise<void> {
    if (this.pending) await this.pending
  }

  /** Commits what is open, at once. */
  flush(): void {
    const { settle, scheduled } = this
    if (!settle) return
    if (scheduled) clearImmediate(scheduled)
    this.pending = this.settle = this.scheduled = undefined
    try {
      this.sqlite.exec('COMMIT')
      settle.resolve()
    } catch (error) {
      this.lose(settle, error)
    }
  }

  private open(): void {
    if (this.settle) return
    this.sqlite.exec('BEGIN IMMEDIATE')
    this.pending = new Promise<void>((resolve, reject) => {
      this.settle = { resolve, reject }
    })
    // Someone may have only read; without a listener a failed commit would end the process.
    this.pending.catch(() => undefined)
    this.scheduled = setImmediate(() => this.flush())
  }

  private lose(settle: { reject: (error: Error) => void }, error: unknown): void {
    try {
      this.sqlite.exec('ROLLBACK')
    } catch {
      // SQLite has already rolled back by itself, as it does when the disk is full.
    }
    this.onLost()
    settle.reject(
      failed(`the data file could not be written: ${error instanceof Error ? error.message : String(error)}`),
    )
  }
}
