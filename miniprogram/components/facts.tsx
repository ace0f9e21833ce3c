import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import './facts.css'

/** Names and values under each other, as on a form that was filled in. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <View className="facts">{children}</View>
}

export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <View className="facts__fact">
      <Text className="facts__label">{label}</Text>
      <View className="facts__value">
        {typeof children === 'string' ? <Text userSelect>{children}</Text> : children}
      </View>
    </View>
  )
}
