import { useState } from 'react'
import { moveRectification, type RectificationView } from '@shared/contracts/surveys'
import { rectificationActions } from '@shared/domain/rectification-workflow'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { confirm, say } from '../../../platform/phone'
import { rectificationWords as text } from '../copy'

type Step = keyof typeof text.wordsOf
const steps = Object.keys(text.wordsOf) as readonly Step[]
/** Fewer say nothing (contract). */
const shortest = 5

/** The steps this member may take, one of them with its words. */
export function StepForm({
  rectification,
  onChanged,
  onMovedOn,
}: {
  readonly rectification: RectificationView
  readonly onChanged: (rectification: RectificationView) => void
  /** Somebody else was faster. */
  readonly onMovedOn: () => void
}) {
  const { isBusy, run } = useCommand(moveRectification)
  const open = steps.filter((step) => rectification.actions.includes(step))
  const [step, setStep] = useState<Step | undefined>(open.length === 1 ? open[0] : undefined)
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string>()
  const said = typed.trim()
  if (open.length === 0) return null

  const send = async () => {
    setAsked(true)
    if (step === undefined || said.length < shortest) return
    if (rectificationActions[step].confirm) {
      const isSure = await confirm({ title: text.confirmTitle, content: text.confirmDetail, yes: text.send })
      if (!isSure) return
    }
    setProblem(undefined)
    const { id, version } = rectification
    const reply = await run({ rectificationId: id, version, action: step, words: said })
    if (reply === undefined) return
    if (reply.ok) {
      say(text.sent)
      onChanged(reply.data)
      return
    }
    if (reply.error.code === 'VERSION_CHANGED' || reply.error.code === 'WRONG_STATE') {
      say(reply.error.message)
      onMovedOn()
    } else setProblem(reply.error.message)
  }
  const isShort = isAsked && said.length < shortest
  return (
    <Card id="step-form" title={text.what}>
      {open.length > 1 && (
        <Choices
          id="step"
          options={open.map((each) => ({ value: each, label: rectificationActions[each].label }))}
          value={step ?? ''}
          onChange={setStep}
        />
      )}
      {step !== undefined && (
        <>
          <Field
            label={text.wordsOf[step].label}
            required
            hint={text.wordsOf[step].hint}
            problem={isShort ? text.tooShort : undefined}
          >
            <TextInput
              id="step-words"
              label={text.wordsOf[step].label}
              value={typed}
              maxLength={500}
              multiline
              isWrong={isShort}
              onChange={setTyped}
            />
          </Field>
          {problem !== undefined && <Notice tone="red">{problem}</Notice>}
          <Button id="step-send" busy={isBusy && text.sending} onTap={() => void send()}>
            {rectificationActions[step].label}
          </Button>
        </>
      )}
    </Card>
  )
}
