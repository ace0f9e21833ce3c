import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { TextInput } from '../../../components/text-input'
import { visitWords, words } from '../copy'
import './visit-card.css'

const shortest = 5

/** What the applicant is told when the centre cannot come. */
export function AnswerInWords({
  label,
  hint,
  isBusy,
  onSend,
  onCancel,
}: {
  readonly label: string
  readonly hint: string
  readonly isBusy: boolean
  readonly onSend: (answer: string) => void
  readonly onCancel: () => void
}) {
  const [typed, setTyped] = useState('')
  const [isChecked, setChecked] = useState(false)
  const isShort = typed.trim().length < shortest
  return (
    <View className="visit-card__form">
      <Field label={label} required hint={hint} problem={isChecked && isShort ? visitWords.tooShort : undefined}>
        <TextInput
          id="visit-answer"
          label={label}
          value={typed}
          maxLength={200}
          multiline
          isWrong={isChecked && isShort}
          onChange={setTyped}
        />
      </Field>
      <View className="visit-card__actions">
        <Button id="visit-answer-cancel" kind="quiet" disabled={isBusy} onTap={onCancel}>
          {words.back}
        </Button>
        <Button
          id="visit-answer-send"
          busy={isBusy ? visitWords.busy : false}
          onTap={() => {
            setChecked(true)
            if (!isShort) onSend(typed.trim())
          }}
        >
          {visitWords.send}
        </Button>
      </View>
    </View>
  )
}
