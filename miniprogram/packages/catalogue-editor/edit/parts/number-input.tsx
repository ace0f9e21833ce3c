import { useState } from 'react'
import { TextInput } from '../../../../components/text-input'

/** A number as it is typed; where `isOptional`, an empty one is none, else 0. */
export function NumberInput({
  id,
  label,
  value,
  decimal = false,
  isOptional = false,
  isWrong = false,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly value: number | undefined
  readonly decimal?: boolean
  readonly isOptional?: boolean
  readonly isWrong?: boolean
  readonly onChange: (value: number | undefined) => void
}) {
  const [typed, setTyped] = useState(() => inDigits(value))
  // What is typed half, such as `0.` or nothing, stays; what was changed from outside replaces it.
  const shown = readNumber(typed, isOptional) === value ? typed : inDigits(value)
  return (
    <TextInput
      id={id}
      label={label}
      kind={decimal ? 'decimal' : 'number'}
      value={shown}
      maxLength={12}
      isWrong={isWrong}
      onChange={(next) => {
        const cleaned = next.replace(decimal ? /[^\d.-]/g : /[^\d-]/g, '')
        setTyped(cleaned)
        const read = readNumber(cleaned, isOptional)
        if (!Number.isNaN(read)) onChange(read)
      }}
    />
  )
}

const inDigits = (value: number | undefined) => (value === undefined ? '' : String(value))
function readNumber(typed: string, isOptional: boolean): number | undefined {
  if (typed === '') return isOptional ? undefined : 0
  return Number(typed)
}
