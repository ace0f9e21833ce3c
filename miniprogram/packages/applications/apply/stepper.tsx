import { Text, View } from '@tarojs/components'
import { classNames } from '../../../components/class-names'
import { Icon } from '../../../components/icon'
import { Tappable } from '../../../components/tappable'
import { spoken } from '../../../platform/spoken'
import { copy } from './copy'
import './stepper.css'

/** The steps of an application: where the person is, and back to where they were. */
export function Stepper({
  step,
  furthest,
  onGo,
}: {
  readonly step: number
  readonly furthest: number
  readonly onGo: (step: number) => void
}) {
  const { steps } = copy
  return (
    <View
      className="stepper"
      {...spoken({ role: 'navigation', label: copy.stepOf(step + 1, steps.length, steps[step] ?? '') })}
    >
      {steps.map((name, place) => (
        <Tappable
          key={name}
          id={`step-${place + 1}`}
          className={classNames(
            'stepper__step',
            place === step && 'stepper__step--now',
            place < step && 'stepper__step--done',
          )}
          disabled={place > furthest || place === step}
          label={copy.stepOf(place + 1, steps.length, name)}
          onTap={() => onGo(place)}
        >
          <View className="stepper__mark">
            {place < step ? <Icon name="check" size="s" /> : <Text>{place + 1}</Text>}
          </View>
          <Text className="stepper__name">{name}</Text>
        </Tappable>
      ))}
    </View>
  )
}
