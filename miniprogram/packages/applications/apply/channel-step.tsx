import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { draftLife } from '@shared/domain/application-workflow'
import { channels, type Channel } from '@shared/domain/item'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { Fact, Facts } from '../../../components/facts'
import { channelMeanings, copy } from './copy'
import './channel-step.css'

/** How the person wants it done, and what becomes of what they are about to write. */
export function ChannelStep({
  guide,
  centreName,
  channel,
  onChange,
}: {
  readonly guide: Guide
  readonly centreName: string
  readonly channel: Channel
  readonly onChange: (channel: Channel) => void
}) {
  const options = guide.channels.map((each) => ({
    value: each,
    label: channels[each],
    detail: `${channelMeanings[each].how}（${channelMeanings[each].visits}）`,
  }))
  const [only] = guide.channels
  return (
    <View>
      <Card id="channel" title={copy.channelTitle}>
        {guide.channels.length > 1 || only === undefined ? (
          <Choices id="channel" options={options} value={channel} onChange={onChange} />
        ) : (
          <View className="channel-step__only">
            <Text className="channel-step__hint">{copy.channelOnly}</Text>
            <View className="channel-step__name">
              <Text>{channels[only]}</Text>
              <Tag tone="accent">{channelMeanings[only].visits}</Tag>
            </View>
            <Text>{channelMeanings[only].how}</Text>
          </View>
        )}
      </Card>
      <Card id="privacy-notice" title={copy.noticeTitle}>
        <Facts>
          <Fact label={copy.noticeWho}>{copy.noticeWhoWords(centreName, guide.department)}</Fact>
          <Fact label={copy.noticeWhat}>{copy.noticeWhatWords}</Fact>
          <Fact label={copy.noticeWhy}>{copy.noticeWhyWords}</Fact>
          <Fact label={copy.noticeBasis}>{copy.noticeBasisWords}</Fact>
          <Fact label={copy.noticeKept}>{copy.noticeKeptWords(draftLife.days)}</Fact>
          <Fact label={copy.noticeRights}>{copy.noticeRightsWords}</Fact>
        </Facts>
        <View className="channel-step__sensitive">
          <Notice>{copy.noticeSensitive}</Notice>
        </View>
      </Card>
    </View>
  )
}
