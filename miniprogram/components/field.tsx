import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import './field.css'
import { Icon } from './icon'

/** A question of a form: its words, what helps, and what is wrong with the answer. */
export function Field({
  id,
  label,
  required,
  hint,
  problem,
  children,
}: {
  readonly id?: string
  readonly label: string
  readonly required: boolean
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <View id={id} className="field" {...spoken({ role: 'group', label })}>
      <View className="field__label">
        <Text>{label}</Text>
        {!required && <Text className="field__optional">（选填）</Text>}
      </View>
      {hint !== undefined && <Text className="field__hint">{hint}</Text>}
      {children}
      {problem !== undefined && (
        <View className="field__problem" {...spoken({ role: 'alert' })}>
          <Icon name="warning" size="s" />
          <Text>{problem}</Text>
        </View>
      )}
    </View>
  )
}
