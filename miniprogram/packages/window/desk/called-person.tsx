import { Text, View } from '@tarojs/components'
import { appointmentActions } from '@shared/domain/appointment-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { spoken } from '../../../platform/spoken'
import { deskWords } from '../copy'
import type { Waiting } from './desk-parts'
import type { DeskAction } from './use-desk'
import './called-person.css'

/** The steps with somebody at the desk, in the order of their buttons. */
const steps = ['serve', 'call-again', 'pass-over'] as const satisfies readonly DeskAction[]

/** Whoever this desk has called, large, with what may be done. */
export function CalledPerson({
  person,
  isBusy,
  isOpen,
  onMove,
  onOpen,
}: {
  readonly person: Waiting
  readonly isBusy: boolean
  /** Their case is in sight already. */
  readonly isOpen: boolean
  readonly onMove: (person: Waiting, action: DeskAction) => void
  readonly onOpen: (person: Waiting) => void
}) {
  const hasCase = person.applicationId !== undefined
  return (
    <Card id="called" title={deskWords.now} tone="accent">
      <View className="called-person" {...spoken({ role: 'status' })}>
        <Text className="called-person__number">{person.queueNumber}</Text>
        <View className="called-person__words">
          <Text className="called-person__name">{person.personName}</Text>
          <Text>{person.itemName}</Text>
          {!hasCase && <Text className="called-person__soft">{deskWords.noCase}</Text>}
        </View>
      </View>
      {!isOpen && (
        <View className="called-person__open">
          <Button id="open-called" icon={hasCase ? 'file' : 'edit'} onTap={() => onOpen(person)}>
            {hasCase ? deskWords.openCase : deskWords.openIntake}
          </Button>
        </View>
      )}
      <View className="called-person__steps">
        {steps
          .filter((step) => person.actions.includes(step))
          .map((step) => (
            <View key={step} className="called-person__step">
              <Button
                id={`desk-${step}`}
                kind={step === 'serve' ? 'secondary' : 'quiet'}
                disabled={isBusy}
                onTap={() => onMove(person, step)}
              >
                {appointmentActions[step].label}
              </Button>
            </View>
          ))}
      </View>
    </Card>
  )
}
