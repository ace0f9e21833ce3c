import { parseStored, type Document } from './ejson'
import type { IndexField } from './index-entries'
import type { Sqlite } from './sqlite'

/** A declared index and the table that holds it. */
export interface IndexTable {
  name: string
  table: string
  fields: readonly IndexField[]
  unique: boolean
  /** Whether any document ever had an array in it: then one document may have several entries. */
  multikey: boolean
}

/** A document as it lies in the file: `sequence` is its insertion order and the row number the indexes point to. */
export interface StoredDocument {
  sequence: number
  body: string
}

/** Half-open range of index keys: `from` included, `to` excluded; undefined is unbounded. */
export interface KeyRange {
  from: Buffer | undefined
  to: Buffer | undefined
}

/** A document met on an index, with the key it was met under. */
export interface IndexedDocument extends StoredDocument {
  key: Buffer
}

/** The position after which a page of an index begins. */
export interface IndexPosition {
  key: Buffer
  sequence: number
}

/** One collection's tables: the documents, and a table of order-preserving keys for each index. */
export class Collection {
  constructor(
    private readonly sqlite: Sqlite,
    readonly number: number,
    readonly name: string,
    readonly indexes: IndexTable[],
  ) {}

  get table(): string {
    return `documents_${this.number}`
  }

  find(idKey: Buffer): StoredDocument | undefined {
    const row = this.sqlite.row(`SELECT sequence, body FROM ${this.table} WHERE id = ?`, idKey)
    return row && storedDocument(row)
  }

  insert(idKey: Buffer, body: string): number {
    return this.sqlite.run(`INSERT INTO ${this.table}(id, body) VALUES (?, ?)`, idKey, body)
  }

  replace(sequence: number, body: string): void {
    this.sqlite.run(`UPDATE ${this.table} SET body = ? WHERE sequence = ?`, body, sequence)
  }

  remove(sequence: number): void {
    this.sqlite.run(`DELETE FROM ${this.table} WHERE sequence = ?`, sequence)
  }

  addEntry(index: IndexTable, key: Buffer, sequence: number): void {
    this.sqlite.run(`INSERT INTO ${index.table}(key, sequence) VALUES (?, ?)`, key, sequence)
  }

  removeEntry(index: IndexTable, key: Buffer, sequence: number): void {
    this.sqlite.run(`DELETE FROM ${index.table} WHERE key = ? AND sequence = ?`, key, sequence)
  }

  /** The document other than `sequence` that has this key in an index. */
  holder(index: IndexTable, key: Buffer, sequence: number): StoredDocument | undefined {
    const row = this.sqlite.row(
      `SELECT d.sequence, d.body FROM ${index.table} i JOIN ${this.table} d ON d.sequence = i.sequence
       WHERE i.key = ? AND i.sequence <> ? LIMIT 1`,
      key,
      sequence,
    )
    return row && storedDocument(row)
  }

  markMultikey(index: IndexTable): void {
    index.multikey = true
    this.sqlite.run('UPDATE indexes SET multikey = 1 WHERE id = ?', Number(index.table.slice('index_'.length)))
  }

  count(): number {
    return Number(this.sqlite.row(`SELECT count(*) FROM ${this.table}`)?.[0])
  }

  /** How many documents an index has in a range, each counted once. */
  countRange(index: IndexTable, range: KeyRange): number {
    const { where, parameters } = bounds('key', range)
    const counted = index.multikey ? 'count(DISTINCT sequence)' : 'count(*)'
    return Number(this.sqlite.row(`SELECT ${counted} FROM ${index.table} ${where}`, ...parameters)?.[0])
  }

  /** The next documents in insertion order; none at the end. */
  page(afterSequence: number, size: number): StoredDocument[] {
    const query = `SELECT sequence, body FROM ${this.table} WHERE sequence > ? ORDER BY sequence LIMIT ?`
    return this.sqlite.lines('sequence,body', query, [afterSequence], size).map((line) => {
      const tab = line.indexOf('\t')
      return { sequence: Number(line.slice(0, tab)), body: line.slice(tab + 1) }
    })
  }

  /** The next documents of a range of `_id`s, in `_id` order. */
  pageById(range: KeyRange, reverse: boolean, position: IndexPosition | undefined, size: number): IndexedDocument[] {
    const { where, parameters } = bounds('id', position ? narrow(range, position.key, reverse) : range)
    const query = `SELECT id AS key, sequence, body FROM ${this.table} ${where} ORDER BY id ${reverse ? 'DESC' : ''} LIMIT ?`
    return this.sqlite.lines('hex(key),sequence,body', query, parameters, size).map(indexedDocument)
  }

  /** The next documents of a range of an index, in the index's order or the reverse of it. */
  pageByIndex(
    index: IndexTable,
    range: KeyRange,
    reverse: boolean,
    position: IndexPosition | undefined,
    size: number,
  ): IndexedDocument[] {
    const { where, parameters } = bounds('i.key', position ? resume(range, position.key, reverse) : range)
    const order = reverse ? 'i.key DESC, i.sequence DESC' : 'i.key, i.sequence'
    const further = position ? `AND (i.key, i.sequence) ${reverse ? '<' : '>'} (?, ?)` : ''
    const query = `SELECT i.key, d.sequence, d.body FROM ${index.table} i JOIN ${this.table} d ON d.sequence = i.sequence
      ${where} ${further} ORDER BY ${order} LIMIT ?`
    const from = position ? [position.key, position.sequence] : []
    return this.sqlite.lines('hex(key),sequence,body', query, [...parameters, ...from], size).map(indexedDocument)
  }

  /** Every document as it is stored, in the order of the ids. */
  bodies(): string[] {
    return this.sqlite.rows(`SELECT body FROM ${this.table} ORDER BY id`).map(([body]) => String(body))
  }

  /** Every document, decoded, a thousand at a time. */
  *documents(): Generator<Document> {
    let last = 0
    for (;;) {
      const page = this.page(last, 1000)
      for (const { body } of page) yield parseStored(body)
      const end = page.at(-1)
      if (!end) return
      last = end.sequence
    }
  }
}

function storedDocument([sequence, body]: unknown[]): StoredDocument {
  return { sequence: Number(sequence), body: String(body) }
}

function bounds(column: string, { from, to }: KeyRange): { where: string; parameters: Buffer[] } {
  const conditions = [...(from ? [`${column} >= ?`] : []), ...(to ? [`${column} < ?`] : [])]
  const parameters = [from, to].filter((bound) => bound !== undefined)
  return { where: conditions.length ? `WHERE ${conditions.join(' AND ')}` : '', parameters }
}

/** Ids are unique, so the next one begins right after (or ends right before) the last one seen. */
function narrow(range: KeyRange, last: Buffer, reverse: boolean): KeyRange {
  return reverse ? { from: range.from, to: last } : { from: Buffer.concat([last, Buffer.of(0)]), to: range.to }
}

/** Other documents may share the last key, so it stays inside; the row comparison beside it skips what was seen. */
function resume(range: KeyRange, last: Buffer, reverse: boolean): KeyRange {
  return reverse ? { from: range.from, to: Buffer.concat([last, Buffer.of(0)]) } : { from: last, to: range.to }
}

function indexedDocument(line: string): IndexedDocument {
  const first = line.indexOf('\t')
  const second = line.indexOf('\t', first + 1)
  return {
    key: Buffer.from(line.slice(0, first), 'hex'),
    sequence: Number(line.slice(first + 1, second)),
    body: line.slice(second + 1),
  }
}
