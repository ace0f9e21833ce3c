import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import './notice.css'
import { Icon } from './icon'
import type { IconName } from './icon-names'

const icons = { info: 'info', amber: 'warning', red: 'warning', green: 'check-circle' } as const satisfies Record<
  string,
  IconName
>

/** A sentence the person must not miss; announced when it appears. */
export function Notice({
  id,
  tone = 'info',
  children,
}: {
  readonly id?: string
  readonly tone?: keyof typeof icons
  readonly children: ReactNode
}) {
  return (
    <View id={id} className={`notice notice--${tone}`} {...spoken({ role: 'alert' })}>
      <Icon name={icons[tone]} size="s" />
      <View className="notice__words">{typeof children === 'string' ? <Text>{children}</Text> : children}</View>
    </View>
  )
}
