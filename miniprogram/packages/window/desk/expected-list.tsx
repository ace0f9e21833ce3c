import { Text, View } from '@tarojs/components'
import { appointmentActions } from '@shared/domain/appointment-workflow'
import { Card } from '../../../components/card'
import { ToolButton } from '../../../components/tool-button'
import { confirm } from '../../../platform/phone'
import { deskWords } from '../copy'
import type { Expected } from './desk-parts'
import './waiting-list.css'

/** Who is booked today and has not come yet; the centre may cancel for somebody who phoned. */
export function ExpectedList({
  people,
  isBusy,
  onCancel,
}: {
  readonly people: readonly Expected[]
  readonly isBusy: boolean
  readonly onCancel: (appointmentId: string) => void
}) {
  const cancel = async (person: Expected) => {
    const isSure = await confirm({
      title: deskWords.cancelTitle(person.personName),
      content: deskWords.cancelDetail,
      yes: deskWords.cancelYes,
    })
    if (isSure) onCancel(person.appointmentId)
  }
  return (
    <Card id="expected" title={deskWords.expectedTitle}>
      {people.length === 0 && <Text className="waiting-list__none">{deskWords.expectedEmpty}</Text>}
      {people.map((person) => (
        <View key={person.appointmentId} className="waiting-list__row">
          <View className="waiting-list__open">
            <View className="waiting-list__inner">
              <Text className="waiting-list__number">{person.from}</Text>
              <View className="waiting-list__words">
                <Text className="waiting-list__name">{person.personName}</Text>
                <Text className="waiting-list__item">{person.itemName}</Text>
              </View>
            </View>
          </View>
          <ToolButton
            id={`cancel-${person.appointmentId}`}
            tone="plain"
            words={appointmentActions.cancel.label}
            disabled={isBusy}
            onTap={() => void cancel(person)}
          />
        </View>
      ))}
    </Card>
  )
}
