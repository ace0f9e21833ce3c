import { useState } from 'react'
import { View } from '@tarojs/components'
import { revealApplicant } from '@shared/contracts/applications'
import type { OutputOf } from '@shared/contracts/contract'
import { useCommand } from '../cloud/use-command'
import { Button } from './button'
import { Choices } from './choices'
import { Field } from './field'
import { Notice } from './notice'
import { TextInput } from './text-input'
import { revealWords } from './reveal-words'
import './reveal-form.css'

const options = revealWords.presets.map((label, place) => ({ value: String(place + 1), label }))
const own = 'own'

/** Asks why the numbers are needed, says that the applicant will read it, and fetches them. */
export function RevealForm({
  applicationId,
  onShown,
  onClose,
}: {
  readonly applicationId: string
  readonly onShown: (numbers: OutputOf<typeof revealApplicant>) => void
  readonly onClose: () => void
}) {
  const { isBusy, run } = useCommand(revealApplicant)
  const [choice, setChoice] = useState('')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const reason = choice === own ? typed.trim() : (options.find(({ value }) => value === choice)?.label ?? '')

  const submit = async () => {
    if (reason.length < 2) {
      setProblem(choice === own ? revealWords.tooShort : revealWords.choose)
      return
    }
    setProblem(undefined)
    const reply = await run({ applicationId, reason })
    if (reply === undefined) return
    if (reply.ok) onShown(reply.data)
    else setProblem(reply.error.message)
  }
  return (
    <View className="reveal-form">
      <Notice>{revealWords.warning}</Notice>
      <Field label={revealWords.reason} required problem={problem}>
        <Choices
          id="reveal-reason"
          options={[...options, { value: own, label: revealWords.other }]}
          value={choice}
          onChange={setChoice}
        />
        {choice === own && (
          <TextInput
            id="reveal-typed"
            label={revealWords.other}
            value={typed}
            maxLength={100}
            onChange={setTyped}
            onConfirm={() => void submit()}
          />
        )}
      </Field>
      <View className="reveal-form__actions">
        <Button id="reveal-cancel" kind="quiet" onTap={onClose}>
          {revealWords.cancel}
        </Button>
        <Button id="reveal-submit" busy={isBusy ? revealWords.busy : false} onTap={() => void submit()}>
          {revealWords.submit}
        </Button>
      </View>
    </View>
  )
}
