import { chartWords } from '../copy'
import type { ChartData } from './chart-data'

/** What a chart says, for those who do not see it: of each series the highest and the lowest value, and where they are. */
export function chartSummary(title: string, { kind, labels, series, unit }: ChartData): string {
  const sentences = series.map(({ name, values }) => {
    const known = values.flatMap((value, place) => (value === undefined ? [] : [{ value, label: labels[place] ?? '' }]))
    const sorted = [...known].sort((one, other) => other.value - one.value)
    const [highest, lowest] = [sorted[0], sorted.at(-1)]
    if (highest === undefined || lowest === undefined) return chartWords.nothing(name)
    if (highest.value === lowest.value) return chartWords.level(name, unit(highest.value))
    return chartWords.range(name, highest.label, unit(highest.value), lowest.label, unit(lowest.value))
  })
  return [chartWords.kinds[kind], title, ...sentences, chartWords.table].join('。')
}
