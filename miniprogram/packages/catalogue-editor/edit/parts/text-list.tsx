import { useState } from 'react'
import { View } from '@tarojs/components'
import { itemLimits } from '@shared/domain/item-content'
import { Button } from '../../../../components/button'
import { TextInput } from '../../../../components/text-input'
import { ToolButton } from '../../../../components/tool-button'
import { copy } from '../../copy'
import './text-list.css'

/** Short texts to add, put in order and remove, all of them in sight. */
export function TextList({
  id,
  label,
  texts,
  multiline = false,
  addWords = copy.parts.add,
  onChange,
}: {
  readonly id: string
  /** What one of them is called by a screen reader. */
  readonly label: string
  readonly texts: readonly string[]
  readonly multiline?: boolean
  readonly addWords?: string
  readonly onChange: (texts: readonly string[]) => void
}) {
  const [added, setAdded] = useState<number>()
  const swap = (place: number, other: number) => {
    const next = [...texts]
    ;[next[place], next[other]] = [next[other] ?? '', next[place] ?? '']
    onChange(next)
  }
  return (
    <View>
      {texts.map((text, place) => (
        <View key={place} id={`${id}-${String(place)}`} className="text-list__line">
          <View className="text-list__text">
            <TextInput
              id={`${id}-${String(place)}-text`}
              label={`${label}${copy.parts.entry(place + 1)}`}
              value={text}
              multiline={multiline}
              maxLength={itemLimits.text}
              focus={added === place}
              onChange={(value) => onChange(texts.map((each, at) => (at === place ? value : each)))}
            />
          </View>
          <View className="text-list__tools">
            {texts.length > 1 && (
              <ToolButton
                id={`${id}-${String(place)}-up`}
                icon="up"
                label={`${copy.parts.up}：${copy.parts.entry(place + 1)}`}
                disabled={place === 0}
                onTap={() => swap(place, place - 1)}
              />
            )}
            <ToolButton
              id={`${id}-${String(place)}-remove`}
              icon="trash"
              tone="red"
              label={`${copy.parts.remove}：${copy.parts.entry(place + 1)}`}
              onTap={() => onChange(texts.filter((_, at) => at !== place))}
            />
          </View>
        </View>
      ))}
      <Button
        id={`${id}-add`}
        kind="quiet"
        icon="plus"
        small
        onTap={() => {
          setAdded(texts.length)
          onChange([...texts, ''])
        }}
      >
        {addWords}
      </Button>
    </View>
  )
}
