import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import './summary-fact.css'

/** A line of the case's summary: what, and what of it. */
export function SummaryFact({
  id,
  name,
  children,
}: {
  readonly id?: string
  readonly name: string
  readonly children: ReactNode
}) {
  return (
    <View {...(id === undefined ? {} : { id })} className="summary-fact">
      <Text className="summary-fact__name">{name}</Text>
      <View className="summary-fact__value">{typeof children === 'string' ? <Text>{children}</Text> : children}</View>
    </View>
  )
}

/** What stands under a value in small letters. */
export function SummaryNote({ children }: { readonly children: string }) {
  return <Text className="summary-fact__note">{children}</Text>
}
