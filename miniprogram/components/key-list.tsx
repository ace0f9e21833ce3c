import { Text, View } from '@tarojs/components'
import { useFocusInside } from '../platform/focus'
import { useShortcuts } from '../platform/shortcuts'
import { spoken } from '../platform/spoken'
import './key-list.css'
import { ToolButton } from './tool-button'

/** The list of a page's keys with what they do, over the page until it is closed. */
export function KeyList({
  keys,
  onClose,
}: {
  readonly keys: readonly (readonly [keys: string, meaning: string])[]
  readonly onClose: () => void
}) {
  useFocusInside('key-list')
  useShortcuts(
    [
      { key: 'Escape', run: onClose },
      { key: '?', run: onClose },
    ],
    true,
  )
  return (
    <View className="key-list__shade">
      <View id="key-list" className="key-list" {...spoken({ role: 'dialog', label: '键盘快捷键' })}>
        <View className="key-list__head">
          <Text className="key-list__title">键盘快捷键</Text>
          <ToolButton id="key-list-close" icon="close" label="关闭" onTap={onClose} />
        </View>
        {keys.map(([names, meaning]) => (
          <View key={names} className="key-list__row">
            <Text className="key-list__keys">{names}</Text>
            <Text>{meaning}</Text>
          </View>
        ))}
        <Text className="key-list__note">正在输入文字时快捷键不起作用。</Text>
      </View>
    </View>
  )
}
