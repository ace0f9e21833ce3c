import { Text, View } from '@tarojs/components'
import { keysOf } from '@shared/contracts/keys-of'
import { figureDefinitions, figureInWords, type Figures } from '@shared/domain/supervision-figures'
import './figure-tiles.css'

/** Each figure with what it is called and how it is computed. */
export function FigureTiles({ figures }: { readonly figures: Figures }) {
  return (
    <View className="figure-tiles">
      {keysOf(figureDefinitions).map((name) => (
        <View key={name} id={`figure-${name}`} className="figure-tiles__tile">
          <Text className="figure-tiles__label">{figureDefinitions[name].label}</Text>
          <Text className="figure-tiles__number">{figureInWords(name, figures[name])}</Text>
          <Text className="figure-tiles__definition">{figureDefinitions[name].definition}</Text>
        </View>
      ))}
    </View>
  )
}
