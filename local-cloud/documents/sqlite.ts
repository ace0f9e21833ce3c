import Database from 'libsql'

type Cell = string | number | Buffer | null

/**
 * The one connection to the data file. Every call is synchronous; parameters always travel as one array, because
 * libsql takes a lone Buffer for a bag of named parameters and aborts the process.
 */
export class Sqlite {
  private readonly database: Database.Database
  private readonly statements = new Map<string, Database.Statement>()

  /** Opens the file for this process alone, so that two servers can never share one. */
  constructor(file: string) {
    this.database = new Database(file)
    try {
      this.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536')
      this.row('PRAGMA journal_mode=WAL')
      this.exec('BEGIN IMMEDIATE; COMMIT')
    } catch (error) {
      this.database.close()
      throw new Error(`the data file ${file} cannot be opened; is another server using it?`, { cause: error })
    }
  }

  exec(sql: string): void {
    this.database.exec(sql)
  }

  /** Runs a writing statement and returns the rowid of what it inserted. */
  run(sql: string, ...parameters: Cell[]): number {
    return Number(this.prepared(sql).run(parameters).lastInsertRowid)
  }

  /** The first row as an array of columns, or undefined. */
  row(sql: string, ...parameters: Cell[]): Cell[] | undefined {
    return this.prepared(sql).get(parameters) as Cell[] | undefined
  }

  /** Every row; for small results only, since each row costs a crossing into native code. */
  rows(sql: string): Cell[][] {
    return this.prepared(sql).all([]) as Cell[][]
  }

  /**
   * At most `size` rows of a query in one crossing: SQLite joins the columns by tabs and the rows by newlines, so the
   * last column may hold anything without a newline, such as JSON text. Fewer rows than asked for do not mean the end,
   * only none does: a page of huge documents is cut down to what one string can hold.
   * @param query ends in `LIMIT ?`
   */
  lines(columns: string, query: string, parameters: Cell[], size: number): string[] {
    const joined = columns.split(',').join('||char(9)||')
    const sql = `SELECT group_concat(${joined}, char(10)) FROM (${query})`
    try {
      const text = this.row(sql, ...parameters, size)?.[0]
      return text ? String(text).split('\n') : []
    } catch (error) {
      if (size === 1 || !(error instanceof Error) || !/too big|too long|string longer/i.test(error.message)) throw error
      return this.lines(columns, query, parameters, Math.ceil(size / 16))
    }
  }

  /** Lets go of the file at once: closing alone waits until the garbage collector has found every statement. */
  close(): void {
    this.statements.clear()
    // An exclusive lock taken in WAL mode can be given up only outside of it, and with the next access.
    try {
      this.exec('PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT count(*) FROM sqlite_schema')
    } finally {
      this.database.close()
    }
  }

  /** Forgets statements of tables that are gone or changed. */
  forgetStatements(): void {
    this.statements.clear()
  }

  private prepared(sql: string): Database.Statement {
    let statement = this.statements.get(sql)
    if (!statement) {
      statement = this.database.prepare(sql)
      if (statement.reader) statement.raw()
      this.statements.set(sql, statement)
    }
    return statement
  }
}
