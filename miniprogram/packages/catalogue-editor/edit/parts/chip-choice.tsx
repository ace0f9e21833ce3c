import { View } from '@tarojs/components'
import { Chip } from '../../../../components/chip'
import './chip-choice.css'

/** One of a table's keys, or several of them, by their words; several keep the table's order. */
export function ChipChoice<Key extends string>({
  id,
  table,
  chosen,
  onChange,
}: {
  readonly id: string
  readonly table: Readonly<Record<Key, string>>
  readonly chosen: readonly Key[]
  readonly onChange: (key: Key) => void
}) {
  return (
    <View className="chip-choice">
      {(Object.keys(table) as Key[]).map((key) => (
        <Chip key={key} id={`${id}-${key}`} isOn={chosen.includes(key)} onTap={() => onChange(key)}>
          {table[key]}
        </Chip>
      ))}
    </View>
  )
}

/** The keys after one of them was tapped, in the table's order. */
export function switched<Key extends string>(
  table: Readonly<Record<Key, string>>,
  chosen: readonly Key[],
  key: Key,
): readonly Key[] {
  return (Object.keys(table) as Key[]).filter((each) => (each === key) !== chosen.includes(each))
}
