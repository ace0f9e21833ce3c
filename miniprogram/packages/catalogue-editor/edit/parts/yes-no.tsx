import { copy } from '../../copy'
import { ChipChoice } from './chip-choice'

const answers = { yes: copy.parts.yes, no: copy.parts.no } as const

/** Yes or no, both in sight. */
export function YesNo({
  id,
  value,
  onChange,
}: {
  readonly id: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) {
  return (
    <ChipChoice id={id} table={answers} chosen={[value ? 'yes' : 'no']} onChange={(key) => onChange(key === 'yes')} />
  )
}
