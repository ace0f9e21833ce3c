import { Text, View } from '@tarojs/components'
import type { getSatisfaction, SatisfactionRow } from '@shared/contracts/surveys'
import type { OutputOf } from '@shared/contracts/contract'
import { reasonTags } from '@shared/domain/rating'
import { Card } from '../../../components/card'
import { Chart } from '../chart/chart'
import { satisfactionWords as text } from '../copy'
import '../figures/figure-charts.css'
import { inPercent, rowMark, type SatisfactionGroup } from './row-words'

/** Rows beyond this are no picture any more; the table has all. */
const mostRows = 15

/** Months as lines, everything else as bars, those with most answers first; and the reasons people gave. */
export function SatisfactionCharts({
  rows,
  by,
  tags,
}: {
  readonly rows: readonly SatisfactionRow[]
  readonly by: SatisfactionGroup
  readonly tags: OutputOf<typeof getSatisfaction>['tags']
}) {
  const isTime = by === 'month'
  const told = isTime ? rows : rows.filter(({ shown }) => shown !== undefined)
  const charted = isTime ? told : [...told].sort(byAnswers).slice(0, mostRows)
  const kind = isTime ? 'lines' : 'bars'
  const labels = charted.map((row) => rowMark(row, by))
  const rest = charted.length < told.length && (
    <Text className="figure-charts__rest">{text.chartRest(charted.length, told.length)}</Text>
  )
  const nameOf = (figure: string) => text.chart(figure, text.groups[by])
  return (
    <View className="figure-charts">
      {charted.length > 0 && (
        <View className="figure-charts__chart">
          <Card title={nameOf(text.charts.satisfaction)}>
            <Chart
              id="chart-satisfaction"
              title={nameOf(text.charts.satisfaction)}
              kind={kind}
              labels={labels}
              series={[
                { name: text.satisfaction, tone: 'accent', values: charted.map(({ shown }) => shown?.satisfaction) },
              ]}
              unit={inPercent}
              most={1}
            />
            {rest}
          </Card>
        </View>
      )}
      {charted.length > 0 && (
        <View className="figure-charts__chart">
          <Card title={nameOf(text.charts.work)}>
            <Chart
              id="chart-work"
              title={nameOf(text.charts.work)}
              kind={kind}
              labels={labels}
              series={[
                { name: text.response, tone: 'accent', values: charted.map(({ shown }) => shown?.response) },
                {
                  name: text.rectifiedOnTime,
                  tone: 'calm',
                  values: charted.map(({ shown }) => shown?.rectifiedOnTime),
                },
              ]}
              unit={inPercent}
              most={1}
            />
            {rest}
          </Card>
        </View>
      )}
      {tags.length > 0 && (
        <View className="figure-charts__chart">
          <Card title={text.charts.tags}>
            <Chart
              id="chart-tags"
              title={text.charts.tags}
              kind="bars"
              labels={tags.map(({ tag }) => reasonTags[tag].label)}
              series={[{ name: text.count, tone: 'accent', values: tags.map(({ count }) => count) }]}
              unit={text.times}
            />
          </Card>
        </View>
      )}
    </View>
  )
}

const byAnswers = ({ shown: one }: SatisfactionRow, { shown: other }: SatisfactionRow) =>
  (other?.answers ?? 0) - (one?.answers ?? 0)
