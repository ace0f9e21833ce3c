import { useState } from 'react'
import { View } from '@tarojs/components'
import { answerComplaint, type ComplaintView } from '@shared/contracts/complaints'
import type { InputOf } from '@shared/contracts/contract'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { confirm, say } from '../../../platform/phone'
import { oneWords as words } from '../copy'
import './complaint-details.css'

type Step = InputOf<typeof answerComplaint>['step']

/** The citizen's word at the end, once more from the beginning, or taking it back. */
export function CitizenSteps({
  complaint,
  onChanged,
  onMovedOn,
}: {
  readonly complaint: ComplaintView
  readonly onChanged: (complaint: ComplaintView) => void
  readonly onMovedOn: () => void
}) {
  const { actions, id, version } = complaint
  const { isBusy, run } = useCommand(answerComplaint)
  const [isReopening, setReopening] = useState(false)
  const [problem, setProblem] = useState<string>()

  const take = async (step: Step, said: string) => {
    setProblem(undefined)
    const reply = await run({ complaintId: id, version, step })
    if (reply === undefined) return
    if (reply.ok) {
      say(said)
      onChanged(reply.data)
    } else {
      setProblem(reply.error.message)
      if (reply.error.code !== 'OFFLINE') onMovedOn()
    }
  }
  const withdraw = async () => {
    if (await confirm({ title: words.withdraw, content: words.withdrawAsk, yes: words.withdraw }))
      await take({ action: 'withdraw' }, words.done)
  }
  const failed = problem !== undefined && <Notice tone="red">{problem}</Notice>
  if (actions.includes('withdraw')) {
    return (
      <View className="complaint-details__actions">
        {failed}
        <Button id="withdraw" kind="quiet" busy={isBusy && words.busy} onTap={() => void withdraw()}>
          {words.withdraw}
        </Button>
      </View>
    )
  }
  if (!actions.includes('confirm')) return failed || null
  return (
    <Card id="citizen-steps" title={words.question} tone="accent">
      {failed}
      {isReopening ? (
        <ReopenForm
          isBusy={isBusy}
          onCancel={() => setReopening(false)}
          onSend={(reason) => void take({ action: 'reopen', reason }, words.done)}
        />
      ) : (
        <View className="complaint-details__actions">
          <Button
            id="satisfied"
            icon="check"
            busy={isBusy && words.busy}
            onTap={() => void take({ action: 'confirm', satisfied: true }, words.thanks)}
          >
            {words.satisfied}
          </Button>
          {actions.includes('reopen') && (
            <Button id="reopen" kind="secondary" disabled={isBusy} onTap={() => setReopening(true)}>
              {words.reopenAction}
            </Button>
          )}
          <Button
            id="unsatisfied"
            kind="quiet"
            disabled={isBusy}
            onTap={() => void take({ action: 'confirm', satisfied: false }, words.thanks)}
          >
            {words.unsatisfied}
          </Button>
        </View>
      )}
    </Card>
  )
}

function ReopenForm({
  isBusy,
  onCancel,
  onSend,
}: {
  readonly isBusy: boolean
  readonly onCancel: () => void
  readonly onSend: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isShort = reason.trim().length < 5
  const send = () => {
    setTried(true)
    if (!isShort) onSend(reason)
  }
  return (
    <View>
      <Field
        label={words.reopenReason}
        required
        hint={words.reopenHint}
        problem={isTried && isShort ? words.tooShort : undefined}
      >
        <TextInput
          id="reopen-reason"
          label={words.reopenReason}
          value={reason}
          maxLength={300}
          multiline
          isWrong={isTried && isShort}
          onChange={setReason}
        />
      </Field>
      <View className="complaint-details__actions">
        <Button id="reopen-send" busy={isBusy && words.busy} onTap={send}>
          {words.reopenSend}
        </Button>
        <Button id="reopen-cancel" kind="quiet" disabled={isBusy} onTap={onCancel}>
          {words.cancel}
        </Button>
      </View>
    </View>
  )
}
