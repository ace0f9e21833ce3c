import { useState } from 'react'
import { View } from '@tarojs/components'
import { Field } from '../../../components/field'
import { TextInput } from '../../../components/text-input'
import { stepForms, words } from '../copy'
import { FormActions } from './form-actions'
import type { StepFormProps } from './steps'

/** A step that consists of what is written. */
export function WordsForm({
  action,
  begin,
  isBusy,
  onTake,
  onCancel,
}: StepFormProps & { readonly action: keyof typeof stepForms; readonly begin: string }) {
  const { label, hint, least, most } = stepForms[action]
  const [typed, setTyped] = useState(begin)
  const [isTried, setTried] = useState(false)
  const isShort = typed.trim().length < least
  const send = () => {
    setTried(true)
    if (!isShort) onTake({ action, words: typed })
  }
  return (
    <View>
      <Field label={label} required hint={hint} problem={isTried && isShort ? words.tooShort(least) : undefined}>
        <TextInput
          id="step-words"
          label={label}
          value={typed}
          maxLength={most}
          multiline
          isWrong={isTried && isShort}
          onChange={setTyped}
        />
      </Field>
      <FormActions action={action} isBusy={isBusy} onSend={send} onCancel={onCancel} />
    </View>
  )
}
