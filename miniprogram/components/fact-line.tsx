import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import './fact-line.css'
import { Icon } from './icon'
import type { IconName } from './icon-names'

/** One fact with a drawing before it, such as an address; it can be selected, to be sent to somebody. */
export function FactLine({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <View className="fact-line">
      <Icon name={icon} size="s" />
      <View className="fact-line__words">
        {typeof children === 'string' ? <Text userSelect>{children}</Text> : children}
      </View>
    </View>
  )
}
