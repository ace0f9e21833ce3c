import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import './row.css'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tappable } from './tappable'

/** A line of a list that opens something. */
export function Row({
  id,
  icon,
  title,
  detail,
  aside,
  onTap,
}: {
  readonly id?: string
  readonly icon?: IconName
  readonly title: string
  readonly detail?: ReactNode
  readonly aside?: ReactNode
  readonly onTap: () => void
}) {
  return (
    <Tappable className="row" onTap={onTap} {...(id === undefined ? {} : { id })}>
      <View className="row__inner">
        {icon !== undefined && (
          <View className="row__icon">
            <Icon name={icon} />
          </View>
        )}
        <View className="row__words">
          <Text className="row__title">{title}</Text>
          {typeof detail === 'string' ? <Text className="row__detail">{detail}</Text> : detail}
        </View>
        {aside}
        <View className="row__go">
          <Icon name="forward" size="s" />
        </View>
      </View>
    </Tappable>
  )
}
