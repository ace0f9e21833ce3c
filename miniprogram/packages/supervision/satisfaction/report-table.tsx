import { ScrollView, Text, View } from '@tarojs/components'
import { spoken } from '../../../platform/spoken'
import '../figures/figure-table.css'

/** A table with names at its left that stay in sight; what the charts draw can be read here. */
export function ReportTable({
  label,
  head,
  rows,
}: {
  readonly label: string
  readonly head: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[]; readonly isSum?: boolean }[]
}) {
  const [first = '', ...others] = head
  return (
    <ScrollView scrollX className="figure-table">
      <View className="figure-table__table" {...spoken({ role: 'table', label })}>
        <View className="figure-table__row figure-table__row--head" {...spoken({ role: 'row' })}>
          <View className="figure-table__name" {...spoken({ role: 'columnheader' })}>
            <Text>{first}</Text>
          </View>
          {others.map((each) => (
            <View key={each} className="figure-table__cell" {...spoken({ role: 'columnheader' })}>
              <Text>{each}</Text>
            </View>
          ))}
        </View>
        {rows.map(({ name, cells, isSum = false }) => (
          <View
            key={name}
            className={isSum ? 'figure-table__row figure-table__row--sum' : 'figure-table__row'}
            {...spoken({ role: 'row' })}
          >
            <View className="figure-table__name" {...spoken({ role: 'rowheader' })}>
              <Text>{name}</Text>
            </View>
            {cells.map((cell, place) => (
              <View key={others[place]} className="figure-table__cell" {...spoken({ role: 'cell' })}>
                <Text>{cell}</Text>
              </View>
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
