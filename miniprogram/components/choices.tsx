import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import './field.css'
import { Icon } from './icon'
import { Tappable } from './tappable'

/** One of several answers, all of them in sight. */
export function Choices<Value extends string>({
  id,
  options,
  value,
  onChange,
}: {
  /** Prefix of each answer's id. */
  readonly id: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly detail?: string }[]
  readonly value: string
  readonly onChange: (value: Value) => void
}) {
  return (
    <View>
      {options.map((option) => (
        <Choice
          key={option.value}
          id={`${id}-${option.value}`}
          isChosen={option.value === value}
          label={option.label}
          {...(option.detail === undefined ? {} : { detail: option.detail })}
          onTap={() => onChange(option.value)}
        />
      ))}
    </View>
  )
}

/** Something to tick, such as 承诺. */
export function Tick({
  id,
  isTicked,
  label,
  detail,
  onChange,
}: {
  readonly id: string
  readonly isTicked: boolean
  readonly label: string
  readonly detail?: string
  readonly onChange: (isTicked: boolean) => void
}) {
  return (
    <Choice
      id={id}
      isSquare
      isChosen={isTicked}
      label={label}
      {...(detail === undefined ? {} : { detail })}
      onTap={() => onChange(!isTicked)}
    />
  )
}

function Choice({
  id,
  isChosen,
  isSquare = false,
  label,
  detail,
  onTap,
}: {
  readonly id: string
  readonly isChosen: boolean
  readonly isSquare?: boolean
  readonly label: string
  readonly detail?: string
  readonly onTap: () => void
}) {
  return (
    <Tappable
      id={id}
      className={classNames('choice', isChosen && 'choice--chosen')}
      pressed={isChosen}
      label={detail === undefined ? label : `${label}。${detail}`}
      onTap={onTap}
    >
      <View className="choice__inner">
        <View className={classNames('choice__mark', isSquare && 'choice__mark--square')}>
          {isChosen && <Icon name="check" size="s" />}
        </View>
        <View className="choice__words">
          <Text>{label}</Text>
          {detail !== undefined && <Text className="choice__detail">{detail}</Text>}
        </View>
      </View>
    </Tappable>
  )
}
