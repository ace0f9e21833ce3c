import { Collection, type IndexTable } from './collection'
import { parseStored } from './ejson'
import { indexEntries, type IndexField } from './index-entries'
import { invalid } from './refusals'
import type { Sqlite } from './sqlite'

/** The index list's own shape, the one `@cloudbase/manager-node` takes: one list serves the cloud and this server. */
export interface CollectionDeclaration {
  readonly CollectionName: string
  readonly Indexes: readonly {
    readonly IndexName: string
    readonly MgoKeySchema: {
      readonly MgoIndexKeys: readonly { readonly Name: string; readonly Direction: '1' | '-1' }[]
      readonly MgoIsUnique: boolean
    }
  }[]
}

/** Raised when keys, tables or bodies change their form: a file of another format is refused instead of misread. */
const FORMAT = 1

type IndexRow = [id: number, collection: number, name: string, fields: string, unique: number, multikey: number]

/** The collections of one data file, their indexes made to match the declarations. */
export class Catalog {
  private readonly collections = new Map<string, Collection>()

  constructor(
    private readonly sqlite: Sqlite,
    declarations: readonly CollectionDeclaration[],
  ) {
    this.checkFormat()
    sqlite.exec('BEGIN IMMEDIATE')
    try {
      this.load()
      for (const declaration of declarations) this.declare(declaration)
      sqlite.exec('COMMIT')
    } catch (error) {
      sqlite.exec('ROLLBACK')
      throw error
    }
    sqlite.forgetStatements()
  }

  find(name: string): Collection | undefined {
    return this.collections.get(name)
  }

  /**
   * Creates a collection without indexes. Has to run inside a SQLite transaction.
   * @throws CloudError `INVALID_PARAM` for a name the service does not take
   */
  create(name: string): Collection {
    if (!/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/.test(name)) throw invalid(`${JSON.stringify(name)} is no collection name`)
    const number = this.sqlite.run('INSERT INTO collections(name) VALUES (?)', name)
    const collection = new Collection(this.sqlite, number, name, [])
    this.sqlite.exec(
      `CREATE TABLE ${collection.table}(sequence INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    )
    this.collections.set(name, collection)
    return collection
  }

  /** Every collection with its documents' bodies, both in the order of their names. */
  dump(): ReadonlyMap<string, readonly string[]> {
    const names = [...this.collections.keys()].sort()
    return new Map(names.map((name) => [name, this.collections.get(name)?.bodies() ?? []]))
  }

  /** Forgets what a failed commit took back. */
  reload(): void {
    this.collections.clear()
    this.sqlite.forgetStatements()
    this.load()
  }

  private checkFormat(): void {
    const format = Number(this.sqlite.row('PRAGMA user_version')?.[0])
    if (format !== 0 && format !== FORMAT)
      throw new Error(`the data file has format ${format}, this server reads ${FORMAT}`)
    this.sqlite.exec(`PRAGMA user_version = ${FORMAT};
      CREATE TABLE IF NOT EXISTS collections(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
      CREATE TABLE IF NOT EXISTS indexes(id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, name TEXT NOT NULL,
        fields TEXT NOT NULL, is_unique INTEGER NOT NULL, multikey INTEGER NOT NULL)`)
  }

  private load(): void {
    const indexes = this.sqlite.rows(
      'SELECT id, collection, name, fields, is_unique, multikey FROM indexes ORDER BY id',
    ) as IndexRow[]
    for (const [id, name] of this.sqlite.rows('SELECT id, name FROM collections') as [number, string][]) {
      const own = indexes.filter(([, collection]) => collection === id)
      this.collections.set(name, new Collection(this.sqlite, id, name, own.map(indexTable)))
    }
  }

  private declare({ CollectionName, Indexes }: CollectionDeclaration): void {
    const collection = this.collections.get(CollectionName) ?? this.create(CollectionName)
    const wanted = Indexes.map(({ IndexName, MgoKeySchema }) => ({
      name: IndexName,
      fields: MgoKeySchema.MgoIndexKeys.map(({ Name, Direction }) => ({ path: Name, descending: Direction === '-1' })),
      unique: MgoKeySchema.MgoIsUnique,
    }))
    for (const index of [...collection.indexes]) {
      if (!wanted.some((declared) => signature(declared) === signature(index))) this.drop(collection, index)
    }
    for (const declared of wanted) {
      if (!collection.indexes.some((index) => signature(index) === signature(declared)))
        this.build(collection, declared)
    }
  }

  private drop(collection: Collection, index: IndexTable): void {
    this.sqlite.forgetStatements()
    this.sqlite.exec(`DROP TABLE ${index.table}`)
    this.sqlite.run('DELETE FROM indexes WHERE id = ?', Number(index.table.slice('index_'.length)))
    collection.indexes.splice(collection.indexes.indexOf(index), 1)
  }

  private build(collection: Collection, declared: Pick<IndexTable, 'name' | 'fields' | 'unique'>): void {
    const fields = JSON.stringify(declared.fields)
    const id = this.sqlite.run(
      'INSERT INTO indexes(collection, name, fields, is_unique, multikey) VALUES (?, ?, ?, ?, 0)',
      collection.number,
      declared.name,
      fields,
      declared.unique ? 1 : 0,
    )
    const index = indexTable([id, collection.number, declared.name, fields, declared.unique ? 1 : 0, 0])
    this.sqlite.exec(
      `CREATE TABLE ${index.table}(key BLOB NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (key, sequence)) WITHOUT ROWID`,
    )
    this.fill(collection, index)
    collection.indexes.push(index)
  }

  private fill(collection: Collection, index: IndexTable): void {
    for (let last = 0; ;) {
      const page = collection.page(last, 1000)
      for (const { sequence, body } of page) {
        const { keys, multikey } = indexEntries(parseStored(body), index.fields)
        if (multikey && !index.multikey) collection.markMultikey(index)
        for (const key of keys) {
          if (index.unique && collection.holder(index, key, sequence)) {
            throw new Error(`${collection.name} holds duplicates: the unique index ${index.name} cannot be built`)
          }
          collection.addEntry(index, key, sequence)
        }
        last = sequence
      }
      if (page.length === 0) return
    }
  }
}

function indexTable([id, , name, fields, unique, multikey]: IndexRow): IndexTable {
  return {
    name,
    table: `index_${id}`,
    fields: JSON.parse(fields) as IndexField[],
    unique: unique === 1,
    multikey: multikey === 1,
  }
}

function signature({ name, fields, unique }: Pick<IndexTable, 'name' | 'fields' | 'unique'>): string {
  return JSON.stringify([name, unique, fields.map(({ path, descending }) => [path, descending])])
}
