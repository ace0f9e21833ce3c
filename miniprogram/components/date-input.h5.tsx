import { classNames } from './class-names'
import type { DateInputProps } from './date-input-props'
import './field.css'

/** A day, with the browser's own calendar. */
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
    <input
      id={id}
      type="date"
      className={classNames('input', isWrong && 'input--wrong')}
      value={value}
      min={earliest}
      max={latest}
      disabled={disabled}
      aria-label={label}
      aria-invalid={isWrong}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
