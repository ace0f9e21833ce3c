import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './window-bar.css'

/** The steps of a case at the window, always in reach at the lower edge of its column. */
export function WindowBar({ children }: { readonly children: ReactNode }) {
  return <View className="window-bar">{children}</View>
}
