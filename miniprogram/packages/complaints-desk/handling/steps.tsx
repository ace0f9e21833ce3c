import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { moveComplaint, type ComplaintView } from '@shared/contracts/complaints'
import type { InputOf } from '@shared/contracts/contract'
import { complaintActions, type ComplaintAction } from '@shared/domain/complaint-workflow'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { confirm, say } from '../../../platform/phone'
import { words } from '../copy'
import { AssignForm } from './assign-form'
import { EntrustForm } from './entrust-form'
import { ReceiveForm } from './receive-form'
import { WordsForm } from './words-form'
import './handled-complaint.css'

export type Step = InputOf<typeof moveComplaint>['step']
type Action = Step['action']

/** What each form is given: whether it is being sent, and what to do with what was filled in. */
export interface StepFormProps {
  readonly isBusy: boolean
  readonly onTake: (step: Step) => void
  readonly onCancel: () => void
}

/** Steps that are the citizen's own or the clock's. */
const others: readonly ComplaintAction[] = ['send', 'confirm', 'reopen', 'lapse', 'withdraw']
/** What takes a complaint on stands first, what takes it back or aside after it. */
const onwards: readonly ComplaintAction[] = ['receive', 'assign', 'handle', 'answer', 'entrust']
const onward = (action: ComplaintAction) => {
  const place = onwards.indexOf(action)
  return place < 0 ? onwards.length : place
}
const isStep = (action: ComplaintAction): action is Action => !others.includes(action)

/** The steps open to the member now, each with its form. */
export function Steps({
  complaint,
  mergeInto,
  onChanged,
  onMovedOn,
}: {
  readonly complaint: ComplaintView
  /** The complaint chosen among the duplicates. */
  readonly mergeInto: string | undefined
  readonly onChanged: (complaint: ComplaintView) => void
  readonly onMovedOn: () => void
}) {
  const [action, setAction] = useState<Action>()
  const [problem, setProblem] = useState<string>()
  const { isBusy, run } = useCommand(moveComplaint)
  const steps = complaint.actions.filter(isStep).sort((one, other) => onward(one) - onward(other))
  const take = async (step: Step) => {
    setProblem(undefined)
    const { label, confirm: asks } = complaintActions[step.action]
    if (asks && !(await confirm({ title: label, content: complaint.subject, yes: words.sure }))) return
    const reply = await run({ complaintId: complaint.id, version: complaint.version, step })
    if (reply === undefined) return
    if (reply.ok) {
      say(words.done)
      onChanged(reply.data)
      return
    }
    setProblem(reply.error.message)
    if (reply.error.code === 'VERSION_CHANGED' || reply.error.code === 'WRONG_STATE') onMovedOn()
  }
  const choose = (chosen: Action) => {
    setProblem(undefined)
    if (chosen !== 'merge') setAction(chosen)
    else if (mergeInto === undefined) setProblem(words.mergeMissing)
    else void take({ action: 'merge', into: mergeInto })
  }
  const form: StepFormProps = { isBusy, onTake: (step) => void take(step), onCancel: () => setAction(undefined) }
  return (
    <Card id="steps" title={words.steps} tone="accent">
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      {steps.length === 0 && <Text className="handled-complaint__soft">{words.waitingForOthers}</Text>}
      {action === undefined ? (
        <View className="handled-complaint__actions">
          {steps.map((each, place) => (
            <Button
              key={each}
              id={`step-${each}`}
              kind={place === 0 ? 'primary' : 'secondary'}
              disabled={isBusy}
              onTap={() => choose(each)}
            >
              {complaintActions[each].label}
            </Button>
          ))}
        </View>
      ) : (
        <StepForm action={action} complaint={complaint} form={form} />
      )}
    </Card>
  )
}

function StepForm({
  action,
  complaint,
  form,
}: {
  readonly action: Action
  readonly complaint: ComplaintView
  readonly form: StepFormProps
}) {
  switch (action) {
    case 'receive':
      return <ReceiveForm kind={complaint.kind} {...form} />
    case 'assign':
    case 'reassign':
      return (
        <AssignForm
          action={action}
          department={complaint.assignedTo ?? complaint.department}
          about={complaint.about?.map(({ id }) => id) ?? []}
          {...form}
        />
      )
    case 'entrust':
      return <EntrustForm department={complaint.assignedTo ?? ''} {...form} />
    case 'decline':
    case 'handle':
    case 'send-back':
    case 'extend':
    case 'answer':
      return <WordsForm action={action} begin={action === 'answer' ? (complaint.report ?? '') : ''} {...form} />
    case 'merge':
      return null
  }
}
