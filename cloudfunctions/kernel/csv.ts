import Papa from 'papaparse'

/** Excel takes a file without it for another encoding. */
const byteOrderMark = '\ufeff'

type Cell = string | number | undefined

/**
 * Rows as CSV, each ending in CRLF. Texts that a spreadsheet would take for a formula get an apostrophe before them;
 * numbers stay numbers.
 */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return ''
  const data = rows.map((row) => row.map((cell) => cell ?? ''))
  return `${Papa.unparse(data, { newline: '\r\n', escapeFormulae: true })}\r\n`
}

/** The beginning of a file. */
export function csvHead(headings: readonly string[]): string {
  return byteOrderMark + csvRows([headings])
}
