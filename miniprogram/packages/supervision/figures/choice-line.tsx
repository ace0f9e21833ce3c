import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import './choice-line.css'

/** Chips of one question under its name. */
export function ChoiceLine({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <View className="choice-line">
      <Text className="choice-line__title">{title}</Text>
      <View className="choice-line__chips">{children}</View>
    </View>
  )
}
