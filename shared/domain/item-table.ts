import Papa from 'papaparse'
import { fieldTypes, limitUnits, type ItemContent } from './item-content'
import { fieldParts, materialParts } from './item-changes'
import {
  audiences,
  channels,
  fileKinds,
  handlingClasses,
  itemKinds,
  lifeEvents,
  serviceAreas,
  type Condition,
} from './item'

/**
 * Items as tables: three CSV files, for the items themselves (one row each), their materials and their form fields. A
 * cell with several entries has one a line; an entry with several parts has `|` between them, and `\` before a `|` or `\`
 * that is meant itself. Written with a byte order mark, so that Excel reads the Chinese right.
 */

/** How a cell is written and read. What cannot be read stays as it was typed, for the check of shapes to complain about. */
interface CellKind {
  readonly write: (value: unknown) => string
  readonly read: (cell: string) => unknown
}

/** A column: its heading, and where its value stands in an item, a material or a field. */
interface Column {
  readonly heading: string
  readonly path: readonly string[]
  readonly kind: CellKind
  /** Absent from the value where the cell is empty. */
  readonly isOptional?: boolean
}

const words: CellKind = { write: (value) => String(value), read: (cell) => cell.trim() }
const figure: CellKind = {
  write: (value) => String(value),
  read: (cell) => {
    const typed = cell.trim()
    return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(typed) ? Number(typed) : typed
  },
}
const yesOrNo: CellKind = {
  write: (value) => (value === true ? '是' : '否'),
  read: (cell) => ({ 是: true, 否: false })[cell.trim()] ?? cell.trim(),
}
const lines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
const several = (entry: CellKind): CellKind => ({
  write: (value) => (value as readonly unknown[]).map(entry.write).join('\n'),
  read: (cell) => lines(cell).map(entry.read),
})
function oneOf(table: Readonly<Record<string, string>>): CellKind {
  const keys = new Map(Object.entries(table).map(([key, label]) => [label, key]))
  return { write: (value) => table[value as string] ?? '', read: (cell) => keys.get(cell.trim()) ?? cell.trim() }
}
/** An entry of parts under these names. */
const parts = (...names: readonly string[]): CellKind => ({
  write: (value) => joinParts(names.map((name) => String((value as Readonly<Record<string, unknown>>)[name]))),
  read: (entry) => {
    const found = splitParts(entry)
    if (found.length > names.length) return entry
    return Object.fromEntries(names.map((name, place) => [name, found[place] ?? '']))
  },
})
/** A condition: a line for each clause, the field's code first, then the answers that fit it. */
const condition: CellKind = {
  write: (value) => (value as Condition).all.map((clause) => joinParts([clause.field, ...clause.in])).join('\n'),
  read: (cell) => ({
    all: lines(cell).map((line) => {
      const [field = '', ...answers] = splitParts(line)
      return { field, in: answers }
    }),
  }),
}

function joinParts(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\|]/g, (mark) => `\\${mark}`)).join('|')
}
function splitParts(line: string): readonly string[] {
  const found: string[] = []
  let part = ''
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at] ?? ''
    if (mark === '|') {
      found.push(part)
      part = ''
    } else if (mark === '\\' && at + 1 < line.length) {
      at += 1
      part += line[at] ?? ''
    } else part += mark
  }
  return [...found, part].map((each) => each.trim())
}

const column = (heading: string, path: string, kind: CellKind, isOptional = false): Column => ({
  heading,
  path: path.split('.'),
  kind,
  ...(isOptional ? { isOptional } : {}),
})
const codeHeading = '事项编码'

/** The tables, by what they hold; the first column of each names the item. */
const tables = {
  items: [
    column('事项名称', 'name', words),
    column('主管部门', 'department', words),
    column('服务区', 'area', oneOf(serviceAreas)),
    column('办理窗口', 'window', words),
    column('事项类型', 'kind', oneOf(itemKinds)),
    column('办件类型', 'handling', oneOf(handlingClasses)),
    column('服务对象', 'audience', several(oneOf(audiences))),
    column('生活场景', 'lifeEvents', several(oneOf(lifeEvents))),
    column('搜索词', 'keywords', several(words)),
    column('办理方式', 'channels', several(oneOf(channels))),
    column('到现场次数', 'visits', figure),
    column('承诺时限', 'committed.value', figure),
    column('承诺时限单位', 'committed.unit', oneOf(limitUnits)),
    column('法定时限', 'statutory.value', figure),
    column('法定时限单位', 'statutory.unit', oneOf(limitUnits)),
    column('承诺制', 'pledge', yesOrNo),
    column('上门服务', 'homeVisit', yesOrNo),
    column('其他快递可送', 'otherCarriersAllowed', yesOrNo),
    column('受理条件', 'conditions', several(words)),
    column('办理流程（步骤|说明）', 'steps', several(parts('name', 'description'))),
    column('收费标准', 'fee.amount', words),
    column('收费依据', 'fee.basis', words),
    column('办理结果', 'result.name', words),
    column('办理结果说明', 'result.description', words),
    column('设定依据', 'legalBasis', several(words)),
    column('咨询电话', 'consultPhone', words),
    column('投诉电话', 'complaintPhone', words),
    column('办理地点', 'place', words),
    column('办公时间', 'officeHours', words),
  ],
  materials: [
    column('材料编码', 'code', words),
    column('材料名称', 'name', words),
    column(materialParts.required, 'required', yesOrNo),
    column('适用条件（字段编码|取值|取值）', 'when', condition, true),
    column('适用情形说明', 'whenText', words, true),
    column(materialParts.originals, 'originals', figure),
    column(materialParts.copies, 'copies', figure),
    column(materialParts.source, 'source', words),
    column(
      materialParts.accepts,
      'accepts',
      several(oneOf({ jpeg: 'JPG', png: 'PNG', pdf: 'PDF' } satisfies Record<keyof typeof fileKinds, string>)),
    ),
    column(materialParts.maxMegabytes, 'maxMegabytes', figure),
    column(materialParts.maxFiles, 'maxFiles', figure),
    column(materialParts.tips, 'tips', several(words)),
    column(materialParts.sample, 'sample', words, true),
    column(materialParts.blankForm, 'blankForm', words, true),
  ],
  fields: [
    column('字段编码', 'code', words),
    column('字段名称', 'label', words),
    column(fieldParts.type, 'type', oneOf(fieldTypes)),
    column(fieldParts.required, 'required', yesOrNo),
    column(fieldParts.hint, 'hint', words, true),
    column('适用条件（字段编码|取值|取值）', 'when', condition, true),
    column(fieldParts.minLength, 'minLength', figure, true),
    column(fieldParts.maxLength, 'maxLength', figure, true),
    column(fieldParts.multiline, 'multiline', yesOrNo, true),
    column(fieldParts.minimum, 'minimum', figure, true),
    column(fieldParts.maximum, 'maximum', figure, true),
    column(fieldParts.decimals, 'decimals', figure, true),
    column(fieldParts.unit, 'unit', words, true),
    column('选项（取值|名称）', 'options', several(parts('value', 'label')), true),
    column(fieldParts.past, 'past', yesOrNo, true),
    column(fieldParts.future, 'future', yesOrNo, true),
  ],
} as const satisfies Record<string, readonly Column[]>
export type ItemTable = keyof typeof tables

/** What the files are called when they are written. */
export const tableNames = { items: '事项', materials: '材料', fields: '申请表' } as const satisfies Record<
  ItemTable,
  string
>

/** A row as it was read: which item it is about, the value it says, and where it stands. */
export interface TableRow {
  readonly itemCode: string
  /** Row as a spreadsheet counts it, from 1, the headings among them. */
  readonly row: number
  readonly value: Readonly<Record<string, unknown>>
}
export interface TableProblem {
  readonly row: number
  /** `C列 材料名称`, or `整行`. */
  readonly column: string
  readonly sentence: string
}
export interface TableReading {
  readonly table: ItemTable
  readonly rows: readonly TableRow[]
  readonly problems: readonly TableProblem[]
  /** The column a part of a row's value stands in. */
  readonly columnOf: (path: readonly (string | number)[]) => string
}

/** Cells that a spreadsheet would take for a formula (OWASP: CSV injection); the wide forms count in Chinese editions. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/
/** A cell no spreadsheet computes: an apostrophe before what would be a formula. `unguarded` takes it off again. */
export const guarded = (cell: string) => (formula.test(cell) ? `'${cell}` : cell)
export const unguarded = (cell: string) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)

const byteOrderMark = '\ufeff'

/** The three tables of these items as CSV. */
export function writeTables(
  items: readonly (ItemContent & { readonly code: string })[],
): readonly { readonly table: ItemTable; readonly text: string }[] {
  const rowsOf = {
    items: items.map((item) => ({ itemCode: item.code, value: item })),
    materials: items.flatMap((item) => item.materials.map((value) => ({ itemCode: item.code, value }))),
    fields: items.flatMap((item) => item.fields.map((value) => ({ itemCode: item.code, value }))),
  }
  return (Object.keys(tables) as ItemTable[]).map((table) => {
    const columns: readonly Column[] = tables[table]
    const data = rowsOf[table].map(({ itemCode, value }) => [
      itemCode,
      ...columns.map(({ path, kind }) => {
        const found = valueAt(value, path)
        return found === undefined ? '' : guarded(kind.write(found))
      }),
    ])
    const fields = [codeHeading, ...columns.map(({ heading }) => heading)]
    return { table, text: byteOrderMark + Papa.unparse({ fields, data }, { newline: '\r\n' }) }
  })
}

/** Reads one CSV file of items, materials or fields, told apart by its headings; says everything wrong with its form. */
export function readTable(text: string): TableReading | { readonly problems: readonly TableProblem[] } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',', skipEmptyLines: false })
  if (errors.length > 0) {
    return {
      problems: errors.map(({ row = 0 }) => ({
        row: row + 1,
        column: '整行',
        sentence: '引号不成对，这一行以后读不出来。请用表格软件重新另存为 CSV',
      })),
    }
  }
  const headings = (data[0] ?? []).map((cell) => cell.trim())
  const table = tableOf(headings)
  if (table === undefined) {
    const sentence = '没有认出表头。请在导出的表格上修改，另存为“CSV（逗号分隔）”'
    return { problems: [{ row: 1, column: '整行', sentence }] }
  }
  const columns: readonly Column[] = tables[table]
  const places = placesOf(headings, columns)
  const problems = headingProblems(headings, columns)
  if (problems.length > 0) return { problems }
  const rows: TableRow[] = []
  data.slice(1).forEach((cells, place) => {
    const row = place + 2
    if (cells.every((cell) => cell.trim() === '')) return
    if (cells.slice(headings.length).some((cell) => cell.trim() !== ''))
      problems.push({ row, column: '整行', sentence: '比表头多出几格，请检查逗号和引号' })
    const cellUnder = (heading: string) => unguarded((cells[places.get(heading) ?? -1] ?? '').trim())
    rows.push({ itemCode: cellUnder(codeHeading), row, value: valueOf(columns, cellUnder) })
  })
  const columnOf = (path: readonly (string | number)[]) => {
    const heading = headingOf(columns, path)
    return heading === undefined ? '整行' : columnInWords(places.get(heading) ?? 0, heading)
  }
  return { table, rows, problems, columnOf }
}

/** What only one of the tables has. */
const telling = { items: '事项名称', materials: '材料编码', fields: '字段编码' } as const satisfies Record<
  ItemTable,
  string
>
function tableOf(headings: readonly string[]): ItemTable | undefined {
  return (Object.keys(tables) as ItemTable[]).find((table) => headings.includes(telling[table]))
}

function placesOf(headings: readonly string[], columns: readonly Column[]): ReadonlyMap<string, number> {
  const wanted = [codeHeading, ...columns.map(({ heading }) => heading)]
  return new Map(wanted.map((heading) => [heading, headings.indexOf(heading)]))
}

function headingProblems(headings: readonly string[], columns: readonly Column[]): TableProblem[] {
  const wanted = [codeHeading, ...columns.map(({ heading }) => heading)]
  const missing = wanted.filter((heading) => !headings.includes(heading))
  return [
    ...missing.map((heading) => ({ row: 1, column: '表头', sentence: `缺少“${heading}”这一列` })),
    ...headings.flatMap((heading, place) => {
      if (heading === '') return []
      const where = { row: 1, column: columnInWords(place, heading) }
      if (!wanted.includes(heading)) return [{ ...where, sentence: `不认识“${heading}”这一列，请删除` }]
      return headings.indexOf(heading) === place ? [] : [{ ...where, sentence: `“${heading}”这一列重复` }]
    }),
  ]
}

function valueOf(
  columns: readonly Column[],
  cellUnder: (heading: string) => string,
): Readonly<Record<string, unknown>> {
  const value: Record<string, unknown> = {}
  for (const { heading, path, kind, isOptional = false } of columns) {
    const cell = cellUnder(heading)
    if (cell === '' && isOptional) continue
    const [first = '', second] = path
    if (second === undefined) value[first] = kind.read(cell)
    else value[first] = { ...(value[first] as object | undefined), [second]: kind.read(cell) }
  }
  // An empty cell is no options yet, which the lint complains about, and not a field without options.
  if (value.type === 'choice') value.options ??= []
  return value
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, step) => (found as Readonly<Record<string, unknown>> | undefined)?.[step], value)
}

/** The heading of the column that holds a part: the one whose path begins the part's, or is begun by it. */
function headingOf(columns: readonly Column[], path: readonly (string | number)[]): string | undefined {
  const [first, second] = path
  if (first === 'itemCode') return codeHeading
  const within = columns.filter((each) => each.path[0] === first)
  return (within.find((each) => each.path[1] === second) ?? within[0])?.heading
}

/** A column by its letters, as spreadsheets show them, and its heading. */
function columnInWords(place: number, heading: string): string {
  let letters = ''
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}列 ${heading}`
}
