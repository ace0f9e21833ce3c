import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { Tappable } from '../../components/tappable'
import { TextInput } from '../../components/text-input'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import './search-box.css'

/** Longer words find nothing more. */
const longest = 40

/** The search field at the head of the page, with the ways out of it. */
export function SearchBox({
  typed,
  isSearching,
  onType,
  onFocus,
  onFinish,
  onCancel,
  onClear,
}: {
  readonly typed: string
  readonly isSearching: boolean
  readonly onType: (text: string) => void
  readonly onFocus: () => void
  readonly onFinish: () => void
  readonly onCancel: () => void
  readonly onClear: () => void
}) {
  return (
    <View className="search-box">
      <View className="search-box__column">
        <View className="search-box__field" {...spoken({ role: 'search' })}>
          <View className="search-box__icon">
            <Icon name="search" />
          </View>
          <TextInput
            id="search"
            label={copy.search}
            kind="search"
            value={typed}
            placeholder={copy.searchHint}
            maxLength={longest}
            focus={isSearching}
            onFocus={onFocus}
            onChange={onType}
            onConfirm={onFinish}
          />
          {typed !== '' && (
            <View className="search-box__clear">
              <Tappable id="search-clear" label={copy.clear} onTap={onClear}>
                <View className="search-box__clear-inner">
                  <Icon name="close" size="s" />
                </View>
              </Tappable>
            </View>
          )}
        </View>
        {isSearching && (
          <Tappable id="search-cancel" className="search-box__cancel" onTap={onCancel}>
            <Text>{copy.cancel}</Text>
          </Tappable>
        )}
      </View>
    </View>
  )
}
