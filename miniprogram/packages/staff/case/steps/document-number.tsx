import { Field } from '../../../../components/field'
import { TextInput } from '../../../../components/text-input'
import { decisionWords as words } from '../../copy'
import type { DecisionDrafting } from '../use-decision-draft'

/** The number of the licence or of the written decision. */
export function DocumentNumber({
  deciding,
  isAsked,
}: {
  readonly deciding: DecisionDrafting
  /** The step was tried: what is missing is said. */
  readonly isAsked: boolean
}) {
  const { documentNumber } = deciding.draft
  const isMissing = isAsked && documentNumber.trim() === ''
  return (
    <Field label={words.number} required hint={words.numberHint} problem={isMissing ? words.numberMissing : undefined}>
      <TextInput
        id="document-number"
        label={words.number}
        value={documentNumber}
        maxLength={40}
        isWrong={isMissing}
        onChange={(typed) => deciding.write({ documentNumber: typed })}
      />
    </Field>
  )
}
