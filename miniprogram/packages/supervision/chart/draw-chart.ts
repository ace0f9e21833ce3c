import {
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  type ChartConfiguration,
  type ChartDataset,
} from 'chart.js'
import type { CanvasTheme } from '../../../theme/canvas-theme'
import type { ChartData, ChartTone } from './chart-data'
import { chartMeasures } from './chart-measures'
import type { Drawable } from './drawable'
import { endWords, labelsOfBars, labelsOfLines } from './value-labels'

Chart.register(BarController, BarElement, CategoryScale, LineController, LineElement, LinearScale, PointElement)

/** Where each tone is in the theme. */
const tones = {
  accent: 'accent',
  calm: 'line-strong',
  amber: 'amber',
  red: 'red',
  green: 'green',
} as const satisfies Record<ChartTone, keyof CanvasTheme>

/** The size of text on a chart (CSS px). */
export const textSize = (theme: CanvasTheme): number => Number.parseFloat(theme['text-small'])

const fontOf = (theme: CanvasTheme) => ({ family: 'sans-serif', size: textSize(theme) })

/** A canvas that is not in a document: WeChat's has no events and lacks two things of the standard. */
class BareCanvas extends BasicPlatform {
  override acquireContext(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d')
    if (context === null) return null
    const found: { -readonly [Name in 'canvas' | 'resetTransform']?: CanvasRenderingContext2D[Name] } = context
    found.canvas ??= canvas
    found.resetTransform ??= () => context.setTransform(1, 0, 0, 1, 0, 0)
    return context
  }
}

/**
 * Draws on a canvas of the wanted size (CSS px) at `ratio` device pixels each.
 * @returns what takes the drawing away
 */
export function drawChart(canvas: Drawable, ratio: number, data: ChartData, theme: CanvasTheme): () => void {
  return data.kind === 'lines'
    ? start(canvas, ratio, lines(data, theme, canvas.width))
    : start(canvas, ratio, bars(data, theme, canvas.width))
}

function start<Kind extends 'bar' | 'line'>(
  canvas: Drawable,
  devicePixelRatio: number,
  { options, ...drawn }: ChartConfiguration<Kind>,
): () => void {
  const still = { responsive: false, animation: false as const, events: [], devicePixelRatio }
  const configuration = { ...drawn, platform: BareCanvas, options: Object.assign({}, options, still) }
  const chart = new Chart(canvas as HTMLCanvasElement, configuration)
  return () => chart.destroy()
}

/** Chart.js knows no value as null. */
const valuesOf = (values: readonly (number | undefined)[]) => values.map((value) => value ?? null)

function bars(data: ChartData, theme: CanvasTheme, width: number): ChartConfiguration<'bar'> {
  const { kind, series, most } = data
  const { rows, names, bar, text } = chartMeasures(data, width, textSize(theme))
  const isStacked = kind === 'stacked-bars'
  const numbers = series.flatMap(({ values }) => values.map((value) => value ?? 0))
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => [...row]),
      datasets: series.map(({ name, values, tone }): ChartDataset<'bar'> => ({
        label: name,
        data: valuesOf(values),
        backgroundColor: theme[tones[tone]],
        borderColor: theme.surface,
        // A line of the ground between the parts of a bar: they are told apart without their colours.
        borderWidth: isStacked ? { right: 1 } : { top: 1, bottom: 1 },
        borderSkipped: false,
        borderRadius: 3,
        barThickness: bar,
      })),
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: endWords(data) * text + text } },
      scales: {
        x: {
          stacked: isStacked,
          display: false,
          min: Math.min(0, ...numbers),
          ...(most === undefined ? { beginAtZero: true } : { max: most }),
        },
        y: {
          stacked: isStacked,
          grid: { display: false },
          border: { color: theme['line-strong'] },
          afterFit: (scale) => {
            scale.width = names
          },
          ticks: { font: fontOf(theme), color: theme.ink, crossAlign: 'far', autoSkip: false, padding: text / 2 },
        },
      },
    },
    plugins: [labelsOfBars(data, theme)],
  }
}

function lines(data: ChartData, theme: CanvasTheme, width: number): ChartConfiguration<'line'> {
  const { labels, series, unit, most } = data
  const text = textSize(theme)
  return {
    type: 'line',
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values, tone, dashed }): ChartDataset<'line'> => ({
        label: name,
        data: valuesOf(values),
        borderColor: theme[tones[tone]],
        backgroundColor: theme[tones[tone]],
        borderWidth: 2,
        borderDash: dashed === true ? [6, 4] : [],
        pointRadius: 3,
        clip: false,
      })),
    },
    options: {
      layout: { padding: { top: text / 2, right: endWords(data) * text + text } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: theme['line-strong'] },
          ticks: {
            font: fontOf(theme),
            color: theme['ink-soft'],
            maxRotation: 0,
            autoSkipPadding: text,
            padding: text / 4,
          },
        },
        y: {
          ...(most === undefined ? { beginAtZero: true } : { max: most }),
          grid: { color: theme.line },
          border: { display: false },
          ticks: {
            font: fontOf(theme),
            color: theme['ink-soft'],
            maxTicksLimit: width < 500 ? 4 : 5,
            callback: (value) => unit(Number(value)),
          },
        },
      },
    },
    plugins: [labelsOfLines(data, theme)],
  }
}
