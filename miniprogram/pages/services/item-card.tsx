import { memo } from 'react'
import { Text, View } from '@tarojs/components'
import type { ListedItem } from '@shared/contracts/catalogue'
import { channels } from '@shared/domain/item'
import { limitInWords, savingInWords, visitsInWords } from '@shared/domain/time-limit'
import { Tag } from '../../components/tag'
import { Tappable } from '../../components/tappable'
import { openPage } from '../../platform/open-page'
import { copy } from './copy'
import './item-card.css'

/** A matter in the list: who handles it, how long it takes against what the law allows, and how often one has to come. */
export const ItemCard = memo(function ItemCard({ item }: { readonly item: ListedItem }) {
  const saving = savingInWords(item)
  return (
    <Tappable
      id={`item-${item.code}`}
      className="item-card"
      onTap={() => openPage(`/packages/catalogue/guide/index?code=${item.code}`)}
    >
      <View className="item-card__inner">
        <Text className="item-card__name">{item.name}</Text>
        <Text className="item-card__department">{item.department}</Text>
        <View className="item-card__limits">
          <Text className="item-card__committed">
            {copy.committed} {limitInWords(item.committed)}
          </Text>
          <Text className="item-card__statutory">
            {copy.statutory} {limitInWords(item.statutory)}
          </Text>
          {saving !== undefined && <Tag tone="green">{saving}</Tag>}
        </View>
        <View className="item-card__tags">
          <Tag tone="accent">{visitsInWords[item.visits]}</Tag>
          {item.channels.map((channel) => (
            <Tag key={channel}>{channels[channel]}</Tag>
          ))}
          {item.pledge && <Tag>{copy.pledge}</Tag>}
          {item.homeVisit && <Tag>{copy.homeVisit}</Tag>}
        </View>
      </View>
    </Tappable>
  )
})
