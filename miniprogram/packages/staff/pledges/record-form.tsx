import { useState } from 'react'
import { View } from '@tarojs/components'
import { recordPledgeCheck } from '@shared/contracts/applications-decision'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { pledgeWords as words } from '../copy'
import './record-form.css'

const outcomes = [
  { value: 'kept', label: words.kept },
  { value: 'broken', label: words.broken, detail: words.brokenDetail },
] as const

/** Characters that say at least something. */
const shortestNote = 2

/** Enters what the check of a pledge found. */
export function RecordForm({
  checkId,
  onRecorded,
  onClose,
}: {
  readonly checkId: string
  readonly onRecorded: () => void
  readonly onClose: () => void
}) {
  const { isBusy, run } = useCommand(recordPledgeCheck)
  const [outcome, setOutcome] = useState<'kept' | 'broken'>()
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string>()
  const note = typed.trim()
  const isShort = note.length < shortestNote
  const submit = async () => {
    setAsked(true)
    setProblem(undefined)
    if (outcome === undefined || isShort) return
    const reply = await run({ checkId, kept: outcome === 'kept', note })
    if (reply === undefined) return
    if (reply.ok) onRecorded()
    else setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
  }
  return (
    <View className="record-form">
      <Field
        label={words.outcome}
        required
        problem={isAsked && outcome === undefined ? words.outcomeMissing : undefined}
      >
        <Choices id="outcome" options={outcomes} value={outcome ?? ''} onChange={setOutcome} />
      </Field>
      <Field
        label={words.note}
        required
        hint={words.noteHint}
        problem={isAsked && isShort ? words.noteShort : undefined}
      >
        <TextInput
          id="check-note"
          label={words.note}
          value={typed}
          maxLength={300}
          multiline
          isWrong={isAsked && isShort}
          onChange={setTyped}
        />
      </Field>
      {outcome === 'broken' && <Notice tone="amber">{words.brokenWarning}</Notice>}
      {problem !== undefined && (
        <Notice id="record-problem" tone="red">
          {problem}
        </Notice>
      )}
      <View className="record-form__actions">
        <Button id="record-cancel" kind="quiet" disabled={isBusy} onTap={onClose}>
          {words.cancel}
        </Button>
        <Button
          id="record-submit"
          kind={outcome === 'broken' ? 'danger' : 'primary'}
          busy={isBusy && words.recording}
          onTap={() => void submit()}
        >
          {words.submitRecord}
        </Button>
      </View>
    </View>
  )
}
