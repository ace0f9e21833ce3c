import { Text, View } from '@tarojs/components'
import type { FigureLine } from '@shared/contracts/supervision'
import { keysOf } from '@shared/contracts/keys-of'
import {
  figureDefinitions,
  figureGroups,
  figureInWords,
  type FigureGroup,
  type FigureName,
} from '@shared/domain/supervision-figures'
import { Card } from '../../../components/card'
import { Chart } from '../chart/chart'
import type { ChartSeries } from '../chart/chart-data'
import { figureWords } from '../copy'
import { rowMark } from './row-name'
import './figure-charts.css'

export type FigureChart = keyof typeof figureWords.charts

/** What each chart draws; a promise stands dashed beside what was kept. */
const drawn = {
  onTime: [{ figure: 'onTimeRate', tone: 'accent' }],
  saving: [
    { figure: 'achievedSaving', tone: 'accent' },
    { figure: 'promisedSaving', tone: 'calm', dashed: true },
  ],
  counts: [
    { figure: 'decided', tone: 'accent' },
    { figure: 'received', tone: 'calm' },
  ],
} as const satisfies Record<FigureChart, readonly (Omit<ChartSeries, 'name' | 'values'> & { figure: FigureName })[]>

/** Rows beyond this are no picture any more; the table has all. */
const mostRows = 15

/** The rows as charts: months as lines, everything else as bars, those with most decisions first. */
export function FigureCharts({
  rows,
  by,
  shown,
}: {
  readonly rows: readonly FigureLine[]
  readonly by: FigureGroup
  readonly shown: readonly FigureChart[]
}) {
  const isTime = by === 'month'
  const charted = isTime ? rows : [...rows].sort(byWork).slice(0, mostRows)
  return (
    <View className="figure-charts">
      {keysOf(drawn)
        .filter((each) => shown.includes(each))
        .map((each) => {
          const title = figureWords.chart(figureWords.charts[each], figureGroups[by])
          return (
            <View key={each} className="figure-charts__chart">
              <Card title={title}>
                <Chart
                  id={`chart-of-${each}`}
                  title={title}
                  kind={isTime ? 'lines' : 'bars'}
                  labels={charted.map((row, place) => rowMark(row, by, place === 0))}
                  series={drawn[each].map(({ figure, ...series }) => ({
                    ...series,
                    ...(isTime ? {} : { dashed: false }),
                    name: figureDefinitions[figure].label,
                    values: charted.map(({ figures }) => figures[figure]),
                  }))}
                  {...(each === 'counts'
                    ? { unit: figureWords.cases }
                    : { unit: (value: number) => figureInWords('onTimeRate', value), most: 1 })}
                />
                {charted.length < rows.length && (
                  <Text className="figure-charts__rest">{figureWords.chartRest(charted.length, rows.length)}</Text>
                )}
              </Card>
            </View>
          )
        })}
    </View>
  )
}

const byWork = ({ figures: one }: FigureLine, { figures: other }: FigureLine) =>
  other.decided - one.decided || other.received - one.received
