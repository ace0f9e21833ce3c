import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { ToolButton } from '../../components/tool-button'
import { useWideScreen } from '../../platform/wide-screen'
import { words } from './copy'
import './split-view.css'

/** A list and what is chosen from it: beside each other where there is room, else one after the other. */
export function SplitView({
  list,
  chosen,
  empty,
  onBack,
}: {
  readonly list: ReactNode
  readonly chosen: ReactNode | undefined
  /** Beside the list while nothing is chosen. */
  readonly empty: ReactNode
  readonly onBack: () => void
}) {
  const isWide = useWideScreen()
  if (!isWide) {
    if (chosen === undefined) return <View>{list}</View>
    return (
      <View>
        <View className="split-view__back">
          <ToolButton id="back-to-list" icon="back" words={words.back} onTap={onBack} />
        </View>
        {chosen}
      </View>
    )
  }
  return (
    <View className="split-view">
      <View className="split-view__list">{list}</View>
      <View className="split-view__chosen">{chosen ?? empty}</View>
    </View>
  )
}
