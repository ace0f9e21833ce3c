import { Text, View } from '@tarojs/components'
import type { SatisfactionRow } from '@shared/contracts/surveys'
import { satisfactionWords as text } from '../copy'
import '../figures/figure-tiles.css'
import { inPercent, inWords } from './row-words'

/** The whole of a period: each figure with what it is and what it is of. */
export function SatisfactionTiles({ total }: { readonly total: SatisfactionRow }) {
  const { shown, byPhone, byDefault } = total
  const tiles = [
    ['satisfaction', text.satisfaction, inPercent(shown?.satisfaction), text.satisfactionDetail],
    ['response', text.response, inPercent(shown?.response), text.responseDetail],
    ['rectified', text.rectifiedOnTime, inPercent(shown?.rectifiedOnTime), text.rectifiedOnTimeDetail],
    ['score', text.score, inWords(shown?.score), text.scoreDetail],
    ['answers', text.answers, shown === undefined ? text.few : String(shown.answers), text.answersDetail],
    ['praise', text.praise, inWords(shown?.praise), text.praiseDetail],
    ['phone', text.byPhone, inWords(byPhone), text.byPhoneDetail],
    ['default', text.byDefault, inWords(byDefault), text.byDefaultDetail],
  ] as const
  return (
    <View className="figure-tiles">
      {tiles.map(([id, label, value, detail]) => (
        <View key={id} id={`satisfaction-${id}`} className="figure-tiles__tile">
          <Text className="figure-tiles__label">{label}</Text>
          <Text className="figure-tiles__number">{value}</Text>
          <Text className="figure-tiles__definition">{detail}</Text>
        </View>
      ))}
    </View>
  )
}
