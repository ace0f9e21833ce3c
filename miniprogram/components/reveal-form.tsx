import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Contract, InputOf, OutputOf } from '@shared/contracts/contract'
import { useCommand } from '../cloud/use-command'
import { Button } from './button'
import { Choices } from './choices'
import { Field } from './field'
import { Notice } from './notice'
import { TextInput } from './text-input'
import { revealWords } from './reveal-words'
import './reveal-form.css'

const own = 'own'

/** Asks why what is masked is needed, says that the person will read it, and fetches it. */
export function RevealForm<C extends Contract>({
  contract,
  inputFor,
  presets = revealWords.presets,
  warning = revealWords.warning,
  onShown,
  onClose,
}: {
  readonly contract: C
  readonly inputFor: (reason: string) => InputOf<C>
  /** Reasons to choose from; another can be typed in any case. */
  readonly presets?: readonly string[]
  readonly warning?: string
  readonly onShown: (shown: OutputOf<C>) => void
  readonly onClose: () => void
}) {
  const { isBusy, run } = useCommand(contract)
  const [choice, setChoice] = useState('')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const options = presets.map((label, place) => ({ value: String(place + 1), label }))
  const reason = choice === own ? typed.trim() : (options.find(({ value }) => value === choice)?.label ?? '')

  const submit = async () => {
    if (reason.length < 2) {
      setProblem(choice === own ? revealWords.tooShort : revealWords.choose)
      return
    }
    setProblem(undefined)
    const reply = await run(inputFor(reason))
    if (reply === undefined) return
    if (reply.ok) onShown(reply.data)
    else setProblem(reply.error.message)
  }
  return (
    <View className="reveal-form">
      <Notice>{warning}</Notice>
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
