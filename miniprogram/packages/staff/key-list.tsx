import { Text, View } from '@tarojs/components'
import { useFocusInside } from '../../platform/focus'
import { useShortcuts } from '../../platform/shortcuts'
import { spoken } from '../../platform/spoken'
import { keyWords, words } from './copy'
import { ToolButton } from './tool-button'
import './key-list.css'

/** The list of keys, over the page until it is closed. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
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
      <View id="key-list" className="key-list" {...spoken({ role: 'dialog', label: keyWords.title })}>
        <View className="key-list__head">
          <Text className="key-list__title">{keyWords.title}</Text>
          <ToolButton id="key-list-close" icon="close" label={words.close} onTap={onClose} />
        </View>
        {keyWords.keys.map(([keys, meaning]) => (
          <View key={keys} className="key-list__row">
            <Text className="key-list__keys">{keys}</Text>
            <Text>{meaning}</Text>
          </View>
        ))}
        <Text className="key-list__note">{keyWords.typing}</Text>
      </View>
    </View>
  )
}
