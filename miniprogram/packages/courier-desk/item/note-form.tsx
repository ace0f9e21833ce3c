import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { TextInput } from '../../../components/text-input'
import { words } from '../copy'
import './note-form.css'

/** A step with a few words to it. */
export function NoteForm({
  id,
  label,
  hint,
  missing,
  submitWords,
  busy,
  problem,
  onSubmit,
  onCancel,
}: {
  readonly id: string
  readonly label: string
  readonly hint: string
  /** What is said where the words are needed and missing; absent where they may be left out. */
  readonly missing?: string
  readonly submitWords: string
  readonly busy: string | false
  readonly problem: string | undefined
  readonly onSubmit: (note: string) => void
  readonly onCancel: () => void
}) {
  const [typed, setTyped] = useState('')
  const [isChecked, setChecked] = useState(false)
  const note = typed.trim()
  const isMissing = missing !== undefined && note.length < 2
  const submit = () => {
    setChecked(true)
    if (!isMissing) onSubmit(note)
  }
  return (
    <View className="note-form">
      <Field
        label={label}
        required={missing !== undefined}
        hint={hint}
        problem={isChecked && isMissing ? missing : problem}
      >
        <TextInput id={`${id}-note`} label={label} value={typed} maxLength={200} multiline onChange={setTyped} />
      </Field>
      <View className="note-form__actions">
        <Button id={`${id}-cancel`} kind="quiet" disabled={busy !== false} onTap={onCancel}>
          {words.cancel}
        </Button>
        <Button id={`${id}-submit`} busy={busy} onTap={submit}>
          {submitWords}
        </Button>
      </View>
    </View>
  )
}
