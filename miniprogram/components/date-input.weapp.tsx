import { Picker, Text, View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import { classNames } from './class-names'
import type { DateInputProps } from './date-input-props'
import './field.css'
import { Icon } from './icon'

/** A day, on WeChat's own wheel. */
export function DateInput({
  id,
  label,
  value,
  earliest,
  latest,
  isWrong = false,
  disabled = false,
  onChange,
}: DateInputProps) {
  return (
    <Picker
      mode="date"
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.detail.value)}
      {...(earliest === undefined ? {} : { start: earliest })}
      {...(latest === undefined ? {} : { end: latest })}
    >
      <View
        id={id}
        className={classNames('input', 'input--picker', isWrong && 'input--wrong')}
        {...spoken({ label: `${label}，${value === '' ? '未选择' : value}` })}
      >
        <Text>{value === '' ? '请选择日期' : value}</Text>
        <Icon name="calendar" size="s" />
      </View>
    </Picker>
  )
}
