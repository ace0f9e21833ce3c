import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import './standing.css'

/** How something stands, large and in words, and which application it belongs to. */
export function Standing({
  label,
  meaning,
  tone,
  itemName,
  receiptNumber,
  note,
  children,
}: {
  readonly label: string
  readonly meaning: string
  readonly tone: 'amber' | 'accent' | 'green' | 'plain'
  readonly itemName: string
  readonly receiptNumber?: string
  readonly note?: string
  readonly children?: ReactNode
}) {
  return (
    <View id="delivery-standing" className="delivery-standing">
      <View className={`delivery-standing__state delivery-standing__state--${tone}`} {...spoken({ role: 'status' })}>
        <Text className="delivery-standing__label">{label}</Text>
        <Text className="delivery-standing__meaning">{meaning}</Text>
        {children}
      </View>
      <View className="delivery-standing__which">
        <View className="delivery-standing__item" {...spoken({ role: 'heading' })}>
          {itemName}
        </View>
        {receiptNumber !== undefined && (
          <Text className="delivery-standing__receipt" userSelect>
            {copy.receipt} {formatReceiptNumber(receiptNumber)}
          </Text>
        )}
        {note !== undefined && <Text className="delivery-standing__receipt">{note}</Text>}
      </View>
    </View>
  )
}
