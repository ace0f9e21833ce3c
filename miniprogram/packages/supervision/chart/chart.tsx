import { memo, useMemo } from 'react'
import { Text, View } from '@tarojs/components'
import { useDisplayMode } from '../../../platform/display-mode'
import { useElementSize } from '../../../platform/element-size'
import { spoken } from '../../../platform/spoken'
import { canvasTheme } from '../../../theme/canvas-theme'
import { ChartCanvas } from './chart-canvas'
import type { ChartData } from './chart-data'
import { chartHeight } from './chart-measures'
import { chartSummary } from './chart-summary'
import { textSize } from './draw-chart'
import './chart.css'

export interface ChartProps extends ChartData {
  /** Unique on the page; kebab-case. */
  readonly id: string
  /** What the chart shows, for screen readers, which get a summary in place of the picture. */
  readonly title: string
}

/**
 * A chart as wide as its place and as high as its rows need. It follows the display modes, answers no touch, and says in
 * words what it shows; below it there has to be a table with the same numbers. Drawn anew only when those change:
 * `unit` has to be the same function of the value for the same `id`.
 *
 * @example
 * <Chart
 *   id="satisfaction-by-month" title="满意率 · 按月份" kind="lines" labels={['10月', '11月']}
 *   series={[{ name: '满意率', tone: 'accent', values: [0.96, undefined] }]} unit={percent} most={1}
 * />
 */
export const Chart = memo(DrawnChart, (one, other) => JSON.stringify(one) === JSON.stringify(other))

function DrawnChart(props: ChartProps) {
  const { id, title, kind, series } = props
  const mode = useDisplayMode()
  const theme = useMemo(() => canvasTheme(mode), [mode])
  const frame = `${id}-frame`
  const width = Math.floor(useElementSize(frame)?.width ?? 0)
  return (
    <View id={id} className="chart" {...spoken({ role: 'img', label: chartSummary(title, props) })}>
      {series.length > 1 && (
        <View className="chart__names" {...spoken({ hidden: true })}>
          {series.map(({ name, tone, dashed }) => (
            <View key={name} className="chart__name">
              <View className={`chart__mark chart__mark--${dashed === true ? 'dashed' : kind} chart__mark--${tone}`} />
              <Text>{name}</Text>
            </View>
          ))}
        </View>
      )}
      <View id={frame} className="chart__frame" {...spoken({ hidden: true })}>
        {width > 0 && (
          <ChartCanvas
            id={`${id}-canvas`}
            width={width}
            height={chartHeight(props, width, textSize(theme))}
            data={props}
            theme={theme}
          />
        )}
      </View>
    </View>
  )
}
