import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { channels } from '@shared/domain/item'
import { visitsInWords } from '@shared/domain/time-limit'
import { Button } from '../../../components/button'
import { openPage } from '../../../platform/open-page'
import { copy } from '../copy'
import './apply-bar.css'

/** The way into the application, with how it will go. */
export function ApplyBar({ guide }: { readonly guide: Guide }) {
  const [first] = guide.channels
  return (
    <>
      <View className="apply-bar__words">
        <Text className="apply-bar__visits">{visitsInWords[guide.visits]}</Text>
        {first !== undefined && (
          <Text className="apply-bar__ways">{copy.guide.otherWays(channels[first], guide.channels.length)}</Text>
        )}
      </View>
      <View className="apply-bar__action">
        <Button id="apply" onTap={() => openPage(`/packages/applications/apply/index?item=${guide.code}`)}>
          {copy.guide.apply}
        </Button>
      </View>
    </>
  )
}
