import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { channels } from '@shared/domain/item'
import { limitInWords } from '@shared/domain/time-limit'
import { Card } from '../card'
import { spoken } from '../../platform/spoken'
import { channelExplained, copy } from './copy'
import './guide-way.css'
import { sectionId } from './section-bar'

/** How it goes: the ways to choose from, the steps, and the two clocks. */
export function GuideWay({ guide }: { readonly guide: Guide }) {
  return (
    <>
      <Card id={sectionId('ways')} title={copy.guide.waysTitle}>
        {guide.channels.map((channel) => (
          <View key={channel} className="guide-way__channel">
            <Text className="guide-way__name">{channels[channel]}</Text>
            <Text className="guide-way__words">{channelExplained[channel]}</Text>
          </View>
        ))}
      </Card>
      <Card id={sectionId('steps')} title={copy.guide.stepsTitle}>
        <View {...spoken({ role: 'list' })}>
          {guide.steps.map(({ name, description }, place) => (
            <View key={name} className="guide-way__step" {...spoken({ role: 'listitem' })}>
              <Text className="guide-way__number">{place + 1}</Text>
              <View className="guide-way__step-words">
                <Text className="guide-way__name">{name}</Text>
                <Text className="guide-way__words">{description}</Text>
              </View>
            </View>
          ))}
        </View>
        <View className="guide-way__clocks">
          <Text className="guide-way__name">{copy.guide.clocksTitle}</Text>
          <Text className="guide-way__words">
            {copy.guide.clocks(limitInWords(guide.committed), limitInWords(guide.statutory))}
          </Text>
        </View>
      </Card>
    </>
  )
}
