import { useCallback, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { ListedItem } from '@shared/contracts/catalogue'
import { Button } from '../../components/button'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import { ItemCard } from './item-card'
import './item-list.css'
import { NothingFound } from './nothing-found'

/** So many cards more at a time: a phone stays smooth whatever the catalogue holds. */
const step = 20

/** The matters that are left, a part at a time. */
export function ItemList({
  items,
  heading,
  words,
  onReset,
}: {
  readonly items: readonly ListedItem[]
  readonly heading: string
  readonly words: string
  /** Absent when nothing narrows the list. */
  readonly onReset?: () => void
}) {
  const [shown, setShown] = useState(step)
  const left = items.length - shown
  const showMore = useCallback(() => setShown((count) => count + step), [])
  useReachBottom(() => {
    if (left > 0) showMore()
  })
  if (items.length === 0) return <NothingFound words={words} {...(onReset === undefined ? {} : { onReset })} />
  return (
    <>
      <View className="item-list__head">
        <View className="item-list__heading" {...spoken({ role: 'status' })}>
          <Text>{heading}</Text>
        </View>
        {onReset !== undefined && (
          <Button id="reset-choice" kind="quiet" small onTap={onReset}>
            {copy.reset}
          </Button>
        )}
      </View>
      <View className="item-list__cards" {...spoken({ role: 'list' })}>
        {items.slice(0, shown).map((item) => (
          <ItemCard key={item.code} item={item} />
        ))}
      </View>
      {left > 0 && (
        <Button id="more-items" kind="secondary" onTap={showMore}>
          {copy.more(Math.min(step, left))}
        </Button>
      )}
    </>
  )
}
