import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { Tappable } from '../../components/tappable'
import { chooseDisplayMode, useDisplayMode } from '../../platform/display-mode'
import { spoken } from '../../platform/spoken'
import { openServices } from '../services/open-services'
import { copy } from './copy'
import './hills.css'
import './home-header.css'

/** From the farthest to the nearest. */
const layers = ['far', 'middle', 'river', 'lines', 'near'] as const

/** The city's name before its hills, the way to large text, and the search. */
export function HomeHeader() {
  const { isLarge } = useDisplayMode()
  return (
    <View className="home-header">
      <View className="home-header__river" />
      <View className="hills" {...spoken({ hidden: true })}>
        {layers.map((layer) => (
          <View key={layer} className={`hills__layer hills__layer--${layer}`} />
        ))}
      </View>
      <View className="home-header__column">
        <View className="home-header__top">
          <View className="home-header__words">
            <View className="home-header__city" {...spoken({ role: 'heading' })}>
              {copy.city}
            </View>
            <Text className="home-header__promise">{copy.promise}</Text>
          </View>
          <Tappable
            id="toggle-large-text"
            className="home-header__mode"
            onTap={() => chooseDisplayMode({ isLarge: !isLarge })}
          >
            <View className="home-header__mode-inner">
              <Icon name="text" size="s" />
              <Text>{isLarge ? copy.toStandard : copy.toLarge}</Text>
            </View>
          </Tappable>
        </View>
        <Tappable id="home-search" className="home-header__search" onTap={() => openServices({ isSearching: true })}>
          <View className="home-header__search-inner">
            <Icon name="search" />
            <Text className="home-header__search-words">{copy.search}</Text>
          </View>
        </Tappable>
      </View>
    </View>
  )
}
