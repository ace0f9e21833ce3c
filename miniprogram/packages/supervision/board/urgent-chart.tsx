import { Text } from '@tarojs/components'
import type { Board } from '@shared/contracts/supervision'
import { Card } from '../../../components/card'
import { Chart } from '../chart/chart'
import { boardWords } from '../copy'
import { byUrgency } from './department-list'
import './urgent-chart.css'

/** Rows beyond this are no picture any more; the list below has all. */
const mostRows = 12

/** How much is overdue and how much soon will be, by department; the list below says the same in numbers. */
export function UrgentChart({ board }: { readonly board: Board }) {
  const urgent = board.departments.filter(({ amber, red }) => amber + red > 0).sort(byUrgency)
  if (urgent.length === 0) return null
  const shown = urgent.slice(0, mostRows)
  return (
    <Card title={boardWords.chart}>
      <Chart
        id="urgent-chart"
        title={boardWords.chart}
        kind="stacked-bars"
        labels={shown.map(({ department }) => department)}
        series={[
          { name: boardWords.red, tone: 'red', values: shown.map(({ red }) => red) },
          { name: boardWords.amber, tone: 'amber', values: shown.map(({ amber }) => amber) },
        ]}
        unit={boardWords.cases}
      />
      {urgent.length > mostRows && (
        <Text className="urgent-chart__rest">{boardWords.chartRest(urgent.length - mostRows)}</Text>
      )}
    </Card>
  )
}
