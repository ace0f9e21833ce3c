import { Text, View } from '@tarojs/components'
import type { Board } from '@shared/contracts/supervision'
import { boardWords } from '../copy'
import './board-totals.css'

const counts = ['running', 'amber', 'red'] as const
const details = {
  running: boardWords.runningDetail,
  amber: boardWords.amberDetail,
  red: boardWords.redDetail,
} as const

/** The three counts of all the supervisor's departments, each with what it counts. */
export function BoardTotals({ board }: { readonly board: Board }) {
  return (
    <View className="board-totals">
      {counts.map((name) => (
        <View key={name} id={`total-${name}`} className={`board-totals__count board-totals__count--${name}`}>
          <Text className="board-totals__name">{boardWords[name]}</Text>
          <Text className="board-totals__number">
            {board.departments.reduce((sum, department) => sum + department[name], 0)}
          </Text>
          <Text className="board-totals__detail">{details[name]}</Text>
        </View>
      ))}
    </View>
  )
}
