import { parseEjson, parseEjsonObject, isPlainObject, type Document } from './ejson'
import type { IndexField } from './index-entries'
import { invalid } from './refusals'

const DEFAULT_LIMIT = 100
const LARGEST_LIMIT = 1000

/** What the SDK posted with an action, read field by field with the service's own defaults. */
export class Request {
  constructor(
    private readonly parameters: Record<string, unknown>,
    readonly now: number,
  ) {}

  get collectionName(): string {
    const name = this.parameters.collectionName
    if (typeof name !== 'string' || name === '') throw invalid('collectionName is required')
    return name
  }

  get transactionId(): unknown {
    return this.parameters.transactionId
  }

  /** Whether the request speaks of one document by its id. */
  get isByDocument(): boolean {
    return this.parameters.queryType === 'DOC'
  }

  /** The filter; an absent one means every document. */
  get filter(): Document {
    const { query } = this.parameters
    return query === undefined || query === '' ? {} : parseEjsonObject(query, this.now)
  }

  /** The documents to insert. */
  get documents(): Document[] {
    const { data } = this.parameters
    const texts: unknown[] = Array.isArray(data) ? data : [data]
    if (texts.length === 0) throw invalid('there is nothing to insert')
    return texts.map((text) => parseEjsonObject(text, this.now))
  }

  /** The update or the replacement. */
  get change(): Document {
    return parseEjsonObject(this.parameters.data, this.now)
  }

  flag(name: 'multi' | 'merge' | 'upsert'): boolean {
    return this.parameters[name] === true
  }

  /** The same request read as an update, which `updateAndReturn` is without saying so. */
  merging(): Request {
    return new Request({ ...this.parameters, merge: true }, this.now)
  }

  get order(): IndexField[] {
    const { order } = this.parameters
    if (order === undefined || order === '') return []
    const parsed = parseEjson(order, this.now)
    const entries: [unknown, unknown][] = Array.isArray(parsed)
      ? parsed.map((entry: unknown) => (isPlainObject(entry) ? [entry.field, entry.direction] : [undefined, undefined]))
      : Object.entries(isPlainObject(parsed) ? parsed : { '': undefined })
    return entries.map(([path, direction]) => orderField(path, direction))
  }

  get projection(): Document | undefined {
    const { projection } = this.parameters
    return projection === undefined || projection === '' ? undefined : parseEjsonObject(projection, this.now)
  }

  get offset(): number {
    return this.whole('offset', 0)
  }

  get limit(): number {
    return Math.min(this.whole('limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, LARGEST_LIMIT)
  }

  /** The stages of an aggregation, each with its decoded argument. */
  get stages(): { name: string; argument: unknown }[] {
    const { stages } = this.parameters
    if (!Array.isArray(stages)) throw invalid('stages must be a list')
    return stages.map((stage: unknown) => {
      if (!isPlainObject(stage) || typeof stage.stageKey !== 'string') throw invalid('a stage needs a stageKey')
      return { name: stage.stageKey, argument: parseEjson(stage.stageValue, this.now) }
    })
  }

  private whole(name: 'offset' | 'limit', fallback: number): number {
    const value = this.parameters[name] ?? fallback
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
      throw invalid(`${name} must be a whole number`)
    return value
  }
}

function orderField(path: unknown, direction: unknown): IndexField {
  if (typeof path !== 'string' || path === '' || path.split('.').includes(''))
    throw invalid('an order needs field paths')
  if (direction === 1 || direction === 'asc') return { path, descending: false }
  if (direction === -1 || direction === 'desc') return { path, descending: true }
  throw invalid('the direction of an order is 1 or -1')
}
