import { join } from 'node:path'
import { Sqlite } from '../documents/sqlite'

/** A parcel that the gateway was asked about, and whom it tells of it. */
export interface Parcel {
  readonly company: string
  readonly number: string
  readonly firstHeardAt: number
  /** '' where only its track was asked for. */
  readonly callback: string
  readonly salt: string
  /** How many lines of the track were told and acknowledged. */
  readonly told: number
  /** Attempts at telling the next ones. */
  readonly tries: number
}

const COLUMNS = 'company, number, first_heard_at, callback, salt, told, tries'

/** What the gateway keeps; each change is on disk when the call returns. */
export class Subscriptions {
  private readonly sqlite: Sqlite

  /** @throws Error when another server has the folder */
  constructor(folder: string) {
    this.sqlite = new Sqlite(join(folder, 'courier.sqlite'))
    this.sqlite.exec(`
      CREATE TABLE IF NOT EXISTS parcels (
        company TEXT NOT NULL, number TEXT NOT NULL, first_heard_at INTEGER NOT NULL, callback TEXT NOT NULL,
        salt TEXT NOT NULL, told INTEGER NOT NULL, tries INTEGER NOT NULL, due_at INTEGER NOT NULL,
        PRIMARY KEY (company, number)
      ) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS due ON parcels (due_at)`)
  }

  find(company: string, number: string): Parcel | undefined {
    const row = this.sqlite.row(`SELECT ${COLUMNS} FROM parcels WHERE company = ? AND number = ?`, company, number)
    return row && parcelOf(row)
  }

  /** Notes a parcel the first time it is heard of. */
  note(company: string, number: string, now: number): Parcel {
    const insert = `INSERT INTO parcels VALUES (?, ?, ?, '', '', 0, 0, 0) ON CONFLICT DO NOTHING`
    this.sqlite.run(insert, company, number, now)
    return this.find(company, number) as Parcel
  }

  subscribe({ company, number }: Parcel, callback: string, salt: string, dueAt: number): void {
    const update = 'UPDATE parcels SET callback = ?, salt = ?, due_at = ? WHERE company = ? AND number = ?'
    this.sqlite.run(update, callback, salt, dueAt, company, number)
  }

  /** Puts down how far a parcel was told of and when to look at it again; 0 for never. */
  put({ company, number }: Parcel, told: number, tries: number, dueAt: number): void {
    const update = 'UPDATE parcels SET told = ?, tries = ?, due_at = ? WHERE company = ? AND number = ?'
    this.sqlite.run(update, told, tries, dueAt, company, number)
  }

  /** The next parcel to look at, if one is due. */
  due(now: number): Parcel | undefined {
    const query = `SELECT ${COLUMNS} FROM parcels WHERE due_at > 0 AND due_at <= ? ORDER BY due_at LIMIT 1`
    const row = this.sqlite.row(query, now)
    return row && parcelOf(row)
  }

  /** When the next parcel is due; undefined when none will ever be. */
  nextDue(): number | undefined {
    const at = this.sqlite.row('SELECT min(due_at) FROM parcels WHERE due_at > 0')?.[0]
    return at === null || at === undefined ? undefined : Number(at)
  }

  close(): void {
    this.sqlite.close()
  }
}

function parcelOf(row: readonly unknown[]): Parcel {
  const [company, number, firstHeardAt, callback, salt, told, tries] = row
  return {
    company: String(company),
    number: String(number),
    firstHeardAt: Number(firstHeardAt),
    callback: String(callback),
    salt: String(salt),
    told: Number(told),
    tries: Number(tries),
  }
}
