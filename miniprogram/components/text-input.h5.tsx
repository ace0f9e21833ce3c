import { useEffect, useRef } from 'react'
import { classNames } from './class-names'
import './field.css'
import type { TextInputProps } from './text-input-props'

const modes = {
  text: 'text',
  number: 'numeric',
  decimal: 'decimal',
  'identity-number': 'text',
  phone: 'tel',
  search: 'search',
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
  const line = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus) line.current?.focus()
  }, [focus])
  const shared = {
    id,
    value,
    maxLength,
    disabled,
    placeholder,
    onFocus,
    onBlur,
    'aria-label': label,
    'aria-invalid': isWrong,
    className: classNames('input', isWrong && 'input--wrong', multiline && 'input--lines'),
  }
  if (multiline) return <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
  return (
    <input
      {...shared}
      ref={line}
      type={kind === 'search' ? 'search' : 'text'}
      inputMode={modes[kind]}
      autoComplete={kind === 'phone' ? 'tel' : 'off'}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.()
      }}
    />
  )
}
