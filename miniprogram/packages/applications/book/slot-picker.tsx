import { Text, View } from '@tarojs/components'
import { formatShortDate } from '@shared/domain/civil-time'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { classNames } from '../../../components/class-names'
import { Notice } from '../../../components/notice'
import { Tappable } from '../../../components/tappable'
import { copy } from './copy'
import './slot-picker.css'

export interface Day {
  readonly date: string
  readonly provisional: boolean
  readonly slots: readonly { readonly from: string; readonly to: string; readonly left: number }[]
}

/** The days that can be booked, and the half hours of the chosen one with the places left. */
export function SlotPicker({
  days,
  date,
  from,
  onDay,
  onSlot,
}: {
  readonly days: readonly Day[]
  readonly date: string
  readonly from: string | undefined
  readonly onDay: (date: string) => void
  readonly onSlot: (from: string) => void
}) {
  const day = days.find((each) => each.date === date)
  return (
    <View>
      <Card title={copy.day}>
        <View className="slot-picker__days">
          {days.map((each) => (
            <Chip key={each.date} id={`day-${each.date}`} isOn={each.date === date} onTap={() => onDay(each.date)}>
              {formatShortDate(each.date)}
            </Chip>
          ))}
        </View>
        {day?.provisional === true && <Text className="slot-picker__hint">{copy.provisional}</Text>}
      </Card>
      {day !== undefined && (
        <Card title={copy.time}>
          {day.slots.every(({ left }) => left === 0) && <Notice tone="amber">{copy.allFull}</Notice>}
          <View className="slot-picker__slots">
            {day.slots.map((slot) => (
              <Tappable
                key={slot.from}
                id={`slot-${slot.from.replace(':', '')}`}
                className={classNames('slot-picker__slot', slot.from === from && 'slot-picker__slot--chosen')}
                disabled={slot.left === 0}
                pressed={slot.from === from}
                label={`${slot.from}到${slot.to}，${copy.left(slot.left)}`}
                onTap={() => onSlot(slot.from)}
              >
                <View className="slot-picker__words">
                  <Text className="slot-picker__time">{`${slot.from}—${slot.to}`}</Text>
                  <Text className="slot-picker__left">{copy.left(slot.left)}</Text>
                </View>
              </Tappable>
            ))}
          </View>
        </Card>
      )}
    </View>
  )
}
