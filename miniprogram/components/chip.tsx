import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Tappable } from './tappable'
import './chip.css'

/** Something to switch on and off; the tick says it is on, the colour only helps. */
export function Chip({
  id,
  isOn,
  count,
  onTap,
  children,
}: {
  readonly id: string
  readonly isOn: boolean
  readonly count?: number
  readonly onTap: () => void
  readonly children: string
}) {
  return (
    <Tappable id={id} className={classNames('chip', isOn && 'chip--on')} pressed={isOn} onTap={onTap} label={children}>
      <View className="chip__inner">
        {isOn && <Icon name="check" size="s" />}
        <Text>{children}</Text>
        {count !== undefined && <Text className="chip__count">{count}</Text>}
      </View>
    </Tappable>
  )
}
