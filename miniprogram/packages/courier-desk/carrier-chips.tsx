import { View } from '@tarojs/components'
import { Chip } from '../../components/chip'
import './carrier-chips.css'

/** Which carrier takes it; only those the law allows for it. */
export function CarrierChips({
  carriers,
  chosen,
  onChoose,
}: {
  readonly carriers: readonly { readonly code: string; readonly name: string }[]
  readonly chosen: string | undefined
  readonly onChoose: (code: string) => void
}) {
  return (
    <View className="carrier-chips">
      {carriers.map(({ code, name }) => (
        <Chip key={code} id={`carrier-${code}`} isOn={code === chosen} onTap={() => onChoose(code)}>
          {name}
        </Chip>
      ))}
    </View>
  )
}
