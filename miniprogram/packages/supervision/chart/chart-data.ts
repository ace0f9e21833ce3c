/** How numbers are drawn: rows of bars beside each other or end to end, or lines over time. */
export type ChartKind = 'bars' | 'stacked-bars' | 'lines'

/** Colours of the theme that read on its cards in every mode. `calm` is for what stands beside the main series. */
export type ChartTone = 'accent' | 'calm' | 'amber' | 'red' | 'green'

/** Numbers of one name, one for each label; undefined where there is none. */
export interface ChartSeries {
  readonly name: string
  readonly values: readonly (number | undefined)[]
  readonly tone: ChartTone
  /** A line of dashes: a promise beside what was kept. */
  readonly dashed?: boolean
}

/** What a chart shows. */
export interface ChartData {
  readonly kind: ChartKind
  /** Names of the rows, or of the points in time from left to right. */
  readonly labels: readonly string[]
  readonly series: readonly ChartSeries[]
  /** A value in words, `98.5%` or `12件`. */
  readonly unit: (value: number) => string
  /** The largest value there can be: 1 for rates. */
  readonly most?: number
}
