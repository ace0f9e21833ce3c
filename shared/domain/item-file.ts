import * as v from 'valibot'
import { flawPlace } from './item-changes'
import { blankContent, itemCode, mostImportedItems, readContent, type ItemContent } from './item-content'
import { lintGuide } from './guide-lint'
import { readJson } from './json-source'
import { readTable, tableNames, writeTables, type ItemTable, type TableReading, type TableRow } from './item-table'

/** Items on their way in or out: as one JSON file, or as the CSV files of item-table. */

/** A file's name and content. */
export interface ItemFile {
  readonly name: string
  readonly text: string
}

/** Something wrong in a file: where, and a sentence an editor can act on. */
export interface FileProblem {
  readonly file: string
  /** Line of a JSON file; row of a table as a spreadsheet counts it. From 1. */
  readonly line: number
  /** `第5列` of a JSON file, `C列 材料名称` of a table. */
  readonly column: string
  readonly sentence: string
}

type Path = readonly (string | number)[]
/** One item as a file says it, not checked yet; tables may say only some of its parts. */
export interface ItemEntry {
  readonly code: string
  readonly parts: Readonly<Record<string, unknown>>
  /** Whether what is not said stays as it is. */
  readonly isPartial: boolean
  /** What is wrong with a part, put where the file says it. */
  readonly problemAt: (path: Path, sentence: string) => FileProblem
}

/** An item that may become a draft. */
export interface ImportedItem {
  readonly code: string
  readonly content: ItemContent
  /** For what only the server knows to be wrong with it. */
  readonly problemAt: ItemEntry['problemAt']
}

const format = 'guilin-items/1'

/** Items as one JSON file, read by people as well: a line for each value. */
export function writeItemsAsJson(items: readonly (ItemContent & { readonly code: string })[]): string {
  return `${JSON.stringify({ format, items }, undefined, 2)}\n`
}

/** Items as three CSV files. */
export function writeItemsAsTables(items: readonly (ItemContent & { readonly code: string })[]): readonly ItemFile[] {
  return writeTables(items).map(({ table, text }) => ({ name: `${tableNames[table]}.csv`, text }))
}

/** Reads the files of one import as far as their form goes: one JSON file, or up to three tables of different kinds. */
export function readItemFiles(files: readonly ItemFile[]): {
  readonly entries: readonly ItemEntry[]
  readonly problems: readonly FileProblem[]
} {
  const [first] = files
  if (first === undefined) return { entries: [], problems: [] }
  const isJson = ({ text }: ItemFile) => /^\ufeff?\s*[[{]/.test(text)
  const read = files.length === 1 && isJson(first) ? entriesOfJson(first) : entriesOfTables(files)
  return { entries: read.entries, problems: [...read.problems, ...codeProblems(read.entries)] }
}

/**
 * Whether every item of the files may become a draft: its shape, and all that the lint finds. Nothing may be written
 * while `problems` is not empty. Items whose shape is wrong come too, with blanks for the parts that cannot be read, so
 * that everything else wrong with them is found in the same run.
 * @param existing what the items say now, for tables that name only some of their parts
 */
export function checkItems(
  entries: readonly ItemEntry[],
  existing: ReadonlyMap<string, ItemContent>,
): { readonly items: readonly ImportedItem[]; readonly problems: readonly FileProblem[] } {
  const items: ImportedItem[] = []
  const problems: FileProblem[] = []
  for (const entry of entries) {
    const { code, problemAt } = entry
    const before = existing.get(code)
    if (entry.isPartial && before === undefined && entry.parts.name === undefined) {
      problems.push(problemAt([], `没有编码为“${code}”的事项，请先在“${tableNames.items}”表里添加`))
      continue
    }
    const { content, unread } = readableContent(entry, before, (path, sentence) => {
      problems.push(problemAt(path, sentence))
    })
    const untold = new Set(unread.flatMap((part) => [part, ...(dependents[part] ?? [])]))
    for (const { place, sentence } of lintGuide({ ...content, code, version: 1 })) {
      const path = pathOfFlaw(content, place)
      // The code itself is checked with all the codes of the files.
      if (place !== 'code' && !untold.has(String(path[0]))) problems.push(problemAt(path, sentence))
    }
    items.push({ code, content, problemAt })
  }
  return { items, problems }
}

/** Parts whose flaws say nothing while another part cannot be read. */
const dependents: Readonly<Record<string, readonly string[]>> = {
  channels: ['visits'],
  statutory: ['committed'],
  committed: ['handling'],
  fields: ['materials'],
}

/** What an entry says, with blanks for the parts that have not the right shape. */
function readableContent(
  { parts, isPartial }: ItemEntry,
  before: ItemContent | undefined,
  report: (path: Path, sentence: string) => void,
): { readonly content: ItemContent; readonly unread: readonly string[] } {
  const said: Plain = isPartial ? { materials: [], fields: [], ...before, ...withCodes(parts, before) } : parts
  const read = readContent(said)
  if (read.ok) return { content: read.content, unread: [] }
  for (const { path, sentence } of read.problems) report(path, sentence)
  const unread = read.problems.map(({ path }) => String(path[0]))
  const blank: Plain = { ...blankContent({ name: '', department: '' }) }
  const known = Object.keys(blank).map((part) => [part, unread.includes(part) ? blank[part] : said[part]])
  const again = readContent(Object.fromEntries(known))
  if (!again.ok) throw new Error(`blanks are no content: ${JSON.stringify(again.problems)}`)
  return { content: again.content, unread }
}

/** The codes themselves: there, well-formed, each once; and not too many. */
function codeProblems(entries: readonly ItemEntry[]): readonly FileProblem[] {
  const seen = new Set<string>()
  const problems: FileProblem[] = []
  for (const { code, problemAt } of entries) {
    const parsed = v.safeParse(itemCode, code)
    if (!parsed.success) problems.push(problemAt(['code'], parsed.issues[0].message))
    else if (seen.has(code)) problems.push(problemAt(['code'], `事项编码“${code}”重复`))
    seen.add(code)
  }
  const surplus = entries[mostImportedItems]
  if (surplus !== undefined)
    problems.push(surplus.problemAt(['code'], `一次最多导入 ${String(mostImportedItems)} 个事项`))
  return problems
}

/** A flaw's place as a path into the content. */
function pathOfFlaw(content: ItemContent, place: string): Path {
  const found = flawPlace(content, place)
  if (found === undefined) return [place]
  const detail = /^(?:fee|result)\.(\w+)$/.exec(place)?.[1] ?? /^steps\[\d+\]\.(\w+)$/.exec(place)?.[1]
  return [found.part, ...(found.at === undefined ? [] : [found.at]), ...(detail === undefined ? [] : [detail])]
}

function entriesOfJson({ name, text }: ItemFile): {
  readonly entries: readonly ItemEntry[]
  readonly problems: readonly FileProblem[]
} {
  const reading = readJson(text.replace(/^\ufeff/, ''))
  const at = (place: { readonly line: number; readonly column: number }, sentence: string): FileProblem => ({
    file: name,
    line: place.line,
    column: `第${String(place.column)}列`,
    sentence,
  })
  if (!reading.ok) return { entries: [], problems: [at(reading.place, reading.sentence)] }
  const { value, placeOf } = reading
  const base: Path = Array.isArray(value) ? [] : ['items']
  const list: unknown = Array.isArray(value) ? value : (value as { readonly items?: unknown } | null)?.items
  if (!Array.isArray(list)) return { entries: [], problems: [at(placeOf([]), '没有找到事项列表“items”')] }
  if (!Array.isArray(value) && (value as { readonly format?: unknown }).format !== format) {
    return { entries: [], problems: [at(placeOf(['format']), `格式版本应为“${format}”`)] }
  }
  const entries: ItemEntry[] = []
  const problems: FileProblem[] = []
  list.forEach((each: unknown, place) => {
    const problemAt = (path: Path, sentence: string) => at(placeOf([...base, place, ...path]), sentence)
    if (typeof each !== 'object' || each === null || Array.isArray(each)) {
      problems.push(problemAt([], '这里应为一个事项'))
      return
    }
    const { code, ...parts } = each as Readonly<Record<string, unknown>>
    entries.push({ code: typeof code === 'string' ? code : '', parts, isPartial: false, problemAt })
  })
  if (list.length === 0) problems.push(at(placeOf(base), '文件里没有事项'))
  return { entries, problems }
}

interface ReadFile extends TableReading {
  readonly file: string
}
interface Row extends TableRow {
  readonly from: ReadFile
}

function entriesOfTables(files: readonly ItemFile[]): {
  readonly entries: readonly ItemEntry[]
  readonly problems: readonly FileProblem[]
} {
  const problems: FileProblem[] = []
  const readings = new Map<ItemTable, ReadFile>()
  for (const { name, text } of files) {
    const reading = readTable(text)
    problems.push(...reading.problems.map(({ row, ...problem }) => ({ file: name, line: row, ...problem })))
    if (!('table' in reading)) continue
    if (readings.has(reading.table))
      problems.push({ file: name, line: 1, column: '表头', sentence: `“${tableNames[reading.table]}”表选了两份` })
    else readings.set(reading.table, { ...reading, file: name })
  }
  const rowsOf = (table: ItemTable): readonly Row[] => {
    const from = readings.get(table)
    return from === undefined ? [] : from.rows.map((row) => ({ ...row, from }))
  }
  const [heads, materials, fields] = [rowsOf('items'), rowsOf('materials'), rowsOf('fields')]
  const codes = [...new Set([...heads, ...materials, ...fields].map((row) => row.itemCode))]
  const entries = codes.flatMap((code) => {
    const of = (rows: readonly Row[]) => rows.filter(({ itemCode }) => itemCode === code)
    const [ownHeads, ownMaterials, ownFields] = [of(heads), of(materials), of(fields)]
    const entry = (head: Row | undefined) => entryOfRows(code, head, ownMaterials, ownFields)
    return ownHeads.length === 0 ? [entry(undefined)] : ownHeads.map(entry)
  })
  if (files.length > 0 && entries.length === 0 && problems.length === 0) {
    problems.push({ file: files[0]?.name ?? '', line: 1, column: '整行', sentence: '文件里没有事项' })
  }
  return { entries, problems }
}

/** An item put together from its rows; what is wrong with a part is shown in the row that says it. */
function entryOfRows(
  code: string,
  head: Row | undefined,
  materials: readonly Row[],
  fields: readonly Row[],
): ItemEntry {
  const lists: Readonly<Record<string, readonly Row[]>> = { materials, fields }
  const parts = {
    ...head?.value,
    ...(materials.length === 0 ? {} : { materials: materials.map(({ value }) => value) }),
    ...(fields.length === 0 ? {} : { fields: fields.map(({ value }) => value) }),
  }
  const anyRow = head ?? materials[0] ?? fields[0]
  const problemAt = (path: Path, sentence: string): FileProblem => {
    const [part, at, ...rest] = path
    const row = lists[String(part)]?.[Number(at)]
    const within = row === undefined ? (part === 'code' ? ['itemCode'] : path) : rest
    const { from, row: line } = row ?? anyRow ?? impossible()
    return { file: from.file, line, column: from.columnOf(within), sentence: inTableWords(sentence) }
  }
  return { code, parts, isPartial: true, problemAt }
}

function impossible(): never {
  throw new Error('an item of a table has a row')
}

/** Sentences about names of parts say nothing to who has a table with headings before them. */
function inTableWords(sentence: string): string {
  if (sentence.startsWith('缺少“')) return '请填写，这一格不能空着'
  return sentence.startsWith('不认识“') ? '这一类型不用填写这一格' : sentence
}

type Plain = Readonly<Record<string, unknown>>

/**
 * Parts of an item with a code for each row of a table that has none: that of the part with the same name, if there is
 * one already, else one made from the name, the same one every time.
 */
function withCodes(parts: Plain, before: ItemContent | undefined): Plain {
  const coded = (list: string, naming: string, beginning: string): Plain => {
    const rows = parts[list] as readonly Plain[] | undefined
    if (rows === undefined) return {}
    const known = (before as Plain | undefined)?.[list] as readonly Plain[] | undefined
    const codeOf = (row: Plain) =>
      known?.find((each) => each[naming] === row[naming])?.code ?? beginning + shortHash(String(row[naming]))
    return { [list]: rows.map((row) => (row.code === '' ? { ...row, code: codeOf(row) } : row)) }
  }
  return { ...parts, ...coded('materials', 'name', 'material-'), ...coded('fields', 'label', 'field') }
}

/** FNV-1a, 32 bits, in letters and digits. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
