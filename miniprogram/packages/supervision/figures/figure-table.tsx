import { ScrollView, Text, View } from '@tarojs/components'
import type { FigureLine } from '@shared/contracts/supervision'
import { keysOf } from '@shared/contracts/keys-of'
import {
  figureDefinitions,
  figureGroups,
  figureInWords,
  type FigureGroup,
  type Figures,
} from '@shared/domain/supervision-figures'
import { spoken } from '../../../platform/spoken'
import { figureWords } from '../copy'
import { rowKey, rowName } from './row-name'
import './figure-table.css'

const names = keysOf(figureDefinitions)

/** The rows with every figure, and the whole at the end; what the chart draws can be read here. */
export function FigureTable({
  rows,
  by,
  total,
}: {
  readonly rows: readonly FigureLine[]
  readonly by: FigureGroup
  readonly total: Figures
}) {
  return (
    <ScrollView scrollX className="figure-table">
      <View className="figure-table__table" {...spoken({ role: 'table', label: figureWords.table })}>
        <View className="figure-table__row figure-table__row--head" {...spoken({ role: 'row' })}>
          <View className="figure-table__name" {...spoken({ role: 'columnheader' })}>
            <Text>{figureGroups[by]}</Text>
          </View>
          {names.map((name) => (
            <View key={name} className="figure-table__cell" {...spoken({ role: 'columnheader' })}>
              <Text>{figureDefinitions[name].label}</Text>
            </View>
          ))}
        </View>
        {rows.map((row) => (
          <Line
            key={rowKey(row)}
            name={rowName(row, by)}
            {...(row.department === undefined || by === 'department' ? {} : { detail: row.department })}
            figures={row.figures}
          />
        ))}
        <Line name={figureWords.sum} figures={total} isSum />
      </View>
    </ScrollView>
  )
}

function Line({
  name,
  detail,
  figures,
  isSum = false,
}: {
  readonly name: string
  readonly detail?: string
  readonly figures: Figures
  readonly isSum?: boolean
}) {
  return (
    <View
      className={isSum ? 'figure-table__row figure-table__row--sum' : 'figure-table__row'}
      {...spoken({ role: 'row' })}
    >
      <View className="figure-table__name" {...spoken({ role: 'rowheader' })}>
        <Text>{name}</Text>
        {detail !== undefined && <Text className="figure-table__detail">{detail}</Text>}
      </View>
      {names.map((each) => (
        <View key={each} className="figure-table__cell" {...spoken({ role: 'cell' })}>
          <Text>{figureInWords(each, figures[each])}</Text>
        </View>
      ))}
    </View>
  )
}
