import type { Chart, Plugin } from 'chart.js'
import type { CanvasTheme } from '../../../theme/canvas-theme'
import { chartWords } from '../copy'
import type { ChartData, ChartTone } from './chart-data'
import { nameWidth } from './name-lines'

/** The colour of words about a series: what is `calm` is too light to be read. */
const inkOf = (tone: ChartTone, theme: CanvasTheme) => theme[tone === 'calm' ? 'ink-soft' : tone]

/** Width of the longest words at the end of a row (ems). */
export function endWords({ kind, labels, series, unit }: ChartData): number {
  const wordsAt = (place: number) => series.map(({ values }) => nameWidth(wordsOf(values[place], unit)))
  const widths = labels.map((_, place) =>
    kind === 'stacked-bars'
      ? wordsAt(place).reduce((sum, width) => sum + width + 0.5, 0)
      : Math.max(0, ...wordsAt(place)),
  )
  return Math.max(0, ...widths)
}

const wordsOf = (value: number | undefined, unit: ChartData['unit']) =>
  value === undefined ? chartWords.none : unit(value)

/** The value of each bar at its end; of the parts of a bar one after the other, in their colours. */
export function labelsOfBars({ kind, labels, series, unit }: ChartData, theme: CanvasTheme): Plugin<'bar'> {
  return {
    id: 'value-labels',
    afterDatasetsDraw(chart) {
      const { ctx: pen } = chart
      const gap = Number.parseFloat(theme['text-small']) / 2
      begin(chart, theme)
      labels.forEach((_, place) => {
        const ends = series.map((_series, at) => endOf(chart, at, place))
        if (kind === 'stacked-bars') {
          let left = Math.max(...ends.map(({ x }) => x)) + gap
          series.forEach(({ values, tone }, at) => {
            const value = values[place]
            if (value === undefined || value === 0) return
            pen.fillStyle = inkOf(tone, theme)
            pen.fillText(unit(value), left, ends[at]?.y ?? 0)
            left += pen.measureText(unit(value)).width + gap
          })
          return
        }
        series.forEach(({ values }, at) => {
          const value = values[place]
          const { x, y } = ends[at] ?? { x: 0, y: 0 }
          pen.fillStyle = value === undefined ? theme['ink-soft'] : value < 0 ? theme.red : theme.ink
          pen.fillText(wordsOf(value, unit), x + gap, y)
        })
      })
      pen.restore()
    },
  }
}

/** The last value of each line to the right of its point; those that would cover each other are moved apart. */
export function labelsOfLines({ series, unit }: ChartData, theme: CanvasTheme): Plugin<'line'> {
  return {
    id: 'value-labels',
    afterDatasetsDraw(chart) {
      const { ctx: pen } = chart
      const text = Number.parseFloat(theme['text-small'])
      const last = series.flatMap(({ values, tone }, at) => {
        const place = values.reduce<number>((latest, value, each) => (value === undefined ? latest : each), -1)
        const value = values[place]
        return value === undefined ? [] : [{ value, tone, ...endOf(chart, at, place) }]
      })
      begin(chart, theme)
      let above = -Infinity
      for (const { value, tone, x, y } of last.sort((one, other) => one.y - other.y)) {
        const free = Math.max(y, above + text * 1.25)
        pen.fillStyle = inkOf(tone, theme)
        pen.fillText(unit(value), x + text / 2, free)
        above = free
      }
      pen.restore()
    },
  }
}

function begin({ ctx: pen }: Chart, theme: CanvasTheme): void {
  pen.save()
  pen.font = `600 ${theme['text-small']} sans-serif`
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
}

/** Where the value is drawn; where there is none, at the beginning of the row. */
function endOf(chart: Chart, series: number, place: number): { readonly x: number; readonly y: number } {
  const element = chart.getDatasetMeta(series).data[place]
  const zero = chart.scales.x?.getPixelForValue(0) ?? 0
  if (element === undefined) return { x: zero, y: 0 }
  const { x, y } = element
  if (chart.options.indexAxis !== 'y') return { x, y }
  return { x: Number.isFinite(x) ? Math.max(x, zero) : zero, y }
}
