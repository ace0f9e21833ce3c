import { itemParts } from '@shared/domain/item-changes'
import { itemLimits } from '@shared/domain/item-content'
import { Field } from '../../../../components/field'
import { TextInput } from '../../../../components/text-input'
import { flawsIn, partId, type SectionProps } from './section-props'

/** Parts that are one text. */
type TextPartName = 'name' | 'window' | 'consultPhone' | 'complaintPhone' | 'place' | 'officeHours'

export function TextPart({
  part,
  hint,
  multiline = false,
  content,
  set,
  flaws,
}: Pick<SectionProps, 'content' | 'set' | 'flaws'> & {
  readonly part: TextPartName
  readonly hint?: string
  readonly multiline?: boolean
}) {
  const problem = flawsIn(flaws, part)
  return (
    <Field id={partId(part)} label={itemParts[part]} required hint={hint} problem={problem}>
      <TextInput
        id={`item-${part}`}
        label={itemParts[part]}
        value={content[part]}
        maxLength={itemLimits.text}
        multiline={multiline}
        isWrong={problem !== undefined}
        onChange={(value) => set(part, value)}
      />
    </Field>
  )
}
