import { Text, View } from '@tarojs/components'
import type { FigureLine } from '@shared/contracts/supervision'
import { figureDefinitions, figureInWords, type FigureGroup, type FigureName } from '@shared/domain/supervision-figures'
import { spoken } from '../../../platform/spoken'
import { figureWords } from '../copy'
import { rowKey, rowName } from './row-name'
import './figure-bars.css'

/** Bars beyond this are no picture any more; the table has all. */
const mostBars = 30

/** One figure of every row as a bar; screen readers are told of the table, which has the same numbers. */
export function FigureBars({
  rows,
  by,
  name,
}: {
  readonly rows: readonly FigureLine[]
  readonly by: FigureGroup
  readonly name: FigureName
}) {
  const shown = rows.slice(0, mostBars)
  const longest =
    figureDefinitions[name].unit === 'count' ? Math.max(1, ...shown.map((row) => row.figures[name] ?? 0)) : 1
  return (
    <View id="chart" className="figure-bars" {...spoken({ role: 'img', label: figureWords.chartSpoken })}>
      {shown.map((row) => {
        const value = row.figures[name]
        const part = Math.min(1, Math.max(0, (value ?? 0) / longest))
        return (
          <View key={rowKey(row)} className="figure-bars__row">
            <View className="figure-bars__words">
              <Text className="figure-bars__name">{rowName(row, by)}</Text>
              <Text className={(value ?? 0) < 0 ? 'figure-bars__value figure-bars__value--bad' : 'figure-bars__value'}>
                {figureInWords(name, value)}
              </Text>
            </View>
            <View className="figure-bars__ground">
              <View className="figure-bars__bar" style={{ width: `${String(part * 100)}%` }} />
            </View>
          </View>
        )
      })}
    </View>
  )
}
