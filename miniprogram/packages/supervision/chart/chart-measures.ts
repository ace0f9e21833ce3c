import type { ChartData } from './chart-data'
import { nameLines, nameWidth } from './name-lines'

/** Measures of charts in CSS px, by the size of their text. */
export interface ChartMeasures {
  readonly text: number
  readonly lineHeight: number
  /** Room for the names of rows, and how they are broken for it. */
  readonly names: number
  readonly rows: readonly (readonly string[])[]
  /** Thickness of one bar, and what a row takes with the space around it. */
  readonly bar: number
  readonly row: number
}

/** Names of rows have at most this part of the width, and this many letters. */
const partOfNames = 0.38
const lettersOfNames = 12

export function chartMeasures({ kind, labels, series }: ChartData, width: number, text: number): ChartMeasures {
  const most = Math.min((width * partOfNames) / text, lettersOfNames)
  const rows = labels.map((label) => nameLines(label, Math.floor(most)))
  const longest = Math.max(0, ...rows.flat().map(nameWidth))
  const lineHeight = Math.round(text * 1.25)
  const bar = lineHeight
  const bars = kind === 'bars' ? bar * series.length : bar
  const lines = Math.max(1, ...rows.map((row) => row.length))
  return {
    text,
    lineHeight,
    names: Math.ceil(longest * text) + text,
    rows,
    bar,
    row: Math.max(bars, lines * lineHeight) + text,
  }
}

/** Height of a chart (CSS px). */
export function chartHeight(data: ChartData, width: number, text: number): number {
  if (data.kind === 'lines') return Math.round(Math.min(280, Math.max(200, width * 0.55)))
  const { row, lineHeight } = chartMeasures(data, width, text)
  // The drawing library keeps two lines for the axis of the values: without them few rows would be squeezed.
  return row * data.labels.length + 2 * lineHeight
}
