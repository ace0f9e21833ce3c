import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import './file-row.css'
import { classNames } from './class-names'

/** One file of a list: its small picture, its name, how it stands, and what can be done with it. */
export function FileRow({
  id,
  thumbnail,
  name,
  detail,
  tone,
  progress,
  actions,
}: {
  readonly id?: string
  readonly thumbnail: ReactNode
  readonly name: string
  readonly detail: string
  readonly tone?: 'red' | 'accent'
  /** 0…100 while it travels. */
  readonly progress?: number
  readonly actions: ReactNode
}) {
  return (
    <View {...(id === undefined ? {} : { id })} className="file-row" {...spoken({ role: 'listitem' })}>
      {thumbnail}
      <View className="file-row__words">
        <Text className="file-row__name">{name}</Text>
        <View
          className={classNames('file-row__detail', tone !== undefined && `file-row__detail--${tone}`)}
          {...(tone === 'red' ? spoken({ role: 'alert' }) : {})}
        >
          {detail}
        </View>
        {progress !== undefined && (
          <View className="file-row__track" {...spoken({ role: 'progressbar', label: detail })}>
            <View className="file-row__way" style={{ width: `${progress}%` }} />
          </View>
        )}
        <View className="file-row__actions">{actions}</View>
      </View>
    </View>
  )
}
