import { Text, View } from '@tarojs/components'
import { appointmentActions } from '@shared/domain/appointment-workflow'
import { formatTime } from '@shared/domain/civil-time'
import { Card } from '../../../components/card'
import { classNames } from '../../../components/class-names'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { ToolButton } from '../../../components/tool-button'
import { deskWords } from '../copy'
import { isCalled, type Waiting } from './desk-parts'
import './waiting-list.css'

/** Who waits, in the order of calling; a case can be looked at before its person is called. */
export function WaitingList({
  people,
  chosen,
  isBusy,
  onOpen,
  onCall,
  onTake,
}: {
  readonly people: readonly Waiting[]
  readonly chosen?: string
  readonly isBusy: boolean
  readonly onOpen: (person: Waiting) => void
  readonly onCall: (person: Waiting) => void
  readonly onTake: (person: Waiting) => void
}) {
  return (
    <Card id="waiting" title={deskWords.waitingTitle}>
      {people.length === 0 && <Text className="waiting-list__none">{deskWords.waitingEmpty}</Text>}
      {people.map((person) => (
        <View
          key={person.appointmentId}
          className={classNames('waiting-list__row', person.appointmentId === chosen && 'waiting-list__row--chosen')}
        >
          <Tappable
            id={`waiting-${person.queueNumber}`}
            className="waiting-list__open"
            pressed={person.appointmentId === chosen}
            onTap={() => onOpen(person)}
          >
            <View className="waiting-list__inner">
              <Text className="waiting-list__number">{person.queueNumber}</Text>
              <View className="waiting-list__words">
                <Text className="waiting-list__name">{person.personName}</Text>
                <Text className="waiting-list__item">{person.itemName}</Text>
                <Text className="waiting-list__when">
                  {`${person.slotFrom === undefined ? deskWords.walkedIn : deskWords.booked(person.slotFrom)} · ${deskWords.arrived(formatTime(person.arrivedAt))}`}
                </Text>
                {isCalled(person) && <Tag tone="amber">{deskWords.calledElsewhere}</Tag>}
              </View>
            </View>
          </Tappable>
          {isCalled(person) ? (
            <ToolButton
              id={`take-${person.queueNumber}`}
              words={deskWords.takeOver}
              disabled={isBusy}
              onTap={() => onTake(person)}
            />
          ) : (
            person.actions.includes('call') && (
              <ToolButton
                id={`call-${person.queueNumber}`}
                words={appointmentActions.call.label}
                label={`${appointmentActions.call.label} ${person.queueNumber}`}
                disabled={isBusy}
                onTap={() => onCall(person)}
              />
            )
          )}
        </View>
      ))}
    </Card>
  )
}
