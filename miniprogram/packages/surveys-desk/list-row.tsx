import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { classNames } from '../../components/class-names'
import { Tappable } from '../../components/tappable'
import './list-row.css'

/** A line of a list beside its detail. */
export function ListRow({
  id,
  title,
  lines,
  tags,
  isChosen,
  onOpen,
}: {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
  readonly tags: ReactNode
  readonly isChosen: boolean
  readonly onOpen: () => void
}) {
  return (
    <View className={classNames('list-row', isChosen && 'list-row--chosen')}>
      <Tappable id={id} className="list-row__open" pressed={isChosen} onTap={onOpen}>
        <View className="list-row__words">
          <Text className="list-row__title">{title}</Text>
          {lines
            .filter((line) => line !== '')
            .map((line) => (
              <Text key={line} className="list-row__line">
                {line}
              </Text>
            ))}
          <View className="list-row__tags">{tags}</View>
        </View>
      </Tappable>
    </View>
  )
}
