import { Text, View } from '@tarojs/components'
import { itemParts, type ItemChange, type ItemPart } from '@shared/domain/item-changes'
import './change-list.css'
import { copy } from './copy'

/** The differences of two contents, by part: what stood there, and what stands there now. */
export function ChangeList({ changes }: { readonly changes: readonly ItemChange[] }) {
  const parts = [...new Set(changes.map(({ part }) => part))]
  return (
    <View>
      {parts.map((part) => (
        <PartChanges key={part} part={part} changes={changes.filter((change) => change.part === part)} />
      ))}
    </View>
  )
}

function PartChanges({ part, changes }: { readonly part: ItemPart; readonly changes: readonly ItemChange[] }) {
  return (
    <View id={`change-${part}`} className="change-list__part">
      <Text className="change-list__name">{itemParts[part]}</Text>
      {changes.map(({ of, before, after }, place) => (
        <View key={place} className="change-list__change">
          {of !== undefined && <Text className="change-list__of">{of}</Text>}
          {before !== undefined && (
            <Side
              tone="before"
              label={after === undefined ? copy.changes.removed : copy.changes.before}
              words={before}
            />
          )}
          {after !== undefined && (
            <Side tone="after" label={before === undefined ? copy.changes.added : copy.changes.after} words={after} />
          )}
        </View>
      ))}
    </View>
  )
}

function Side({
  tone,
  label,
  words,
}: {
  readonly tone: 'before' | 'after'
  readonly label: string
  readonly words: string
}) {
  return (
    <View className={`change-list__side change-list__side--${tone}`}>
      <Text className="change-list__label">{label}</Text>
      <Text className="change-list__words">{words}</Text>
    </View>
  )
}
