import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import './card.css'
import { classNames } from './class-names'

/** A white card with an optional heading and something beside it. */
export function Card({
  id,
  title,
  aside,
  tone,
  children,
}: {
  readonly id?: string
  readonly title?: string
  readonly aside?: ReactNode
  readonly tone?: 'amber' | 'red' | 'accent'
  readonly children: ReactNode
}) {
  return (
    <View id={id} className={classNames('card', tone !== undefined && `card--${tone}`)}>
      {(title !== undefined || aside !== undefined) && (
        <View className="card__head">
          {title !== undefined && (
            <View className="card__title" {...spoken({ role: 'heading' })}>
              {title}
            </View>
          )}
          {aside}
        </View>
      )}
      {children}
    </View>
  )
}
