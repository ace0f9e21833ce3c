import { Input, Textarea } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import { classNames } from './class-names'
import './field.css'
import type { TextInputProps } from './text-input-props'

const types = {
  text: 'text',
  number: 'number',
  decimal: 'digit',
  'identity-number': 'idcard',
  phone: 'number',
  search: 'text',
} as const

/** A line or several lines of text, with the keyboard that fits. */
export function TextInput({
  id,
  label,
  value,
  onChange,
  onFocus,
  onBlur,
  onConfirm,
  placeholder,
  kind = 'text',
  multiline = false,
  maxLength,
  isWrong = false,
  disabled = false,
  focus = false,
}: TextInputProps) {
  const shared = {
    id,
    value,
    maxlength: maxLength,
    disabled,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(onFocus === undefined ? {} : { onFocus }),
    ...(onBlur === undefined ? {} : { onBlur }),
    ...spoken({ label }),
  }
  const classes = classNames('input', isWrong && 'input--wrong', multiline && 'input--lines')
  if (multiline) return <Textarea {...shared} className={classes} autoHeight showConfirmBar={false} />
  return (
    <Input
      {...shared}
      className={classes}
      type={types[kind]}
      focus={focus}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onConfirm={() => onConfirm?.()}
    />
  )
}
