import { useState } from 'react'
import { View } from '@tarojs/components'
import { answerRectification, type RectificationView } from '@shared/contracts/surveys'
import type { InputOf } from '@shared/contracts/contract'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { say } from '../../../platform/phone'
import { rectificationWords as words } from '../copy'
import './citizen-answer.css'

export type AnsweredBy = InputOf<typeof answerRectification>['of']

/** 是否解决由群众说了算: solved, or not, with a reason, whereupon the supervisors look at it. */
export function CitizenAnswer({
  actions,
  of,
  onChanged,
}: {
  readonly actions: RectificationView['actions']
  readonly of: AnsweredBy
  readonly onChanged: (rectification: RectificationView) => void
}) {
  const { isBusy, run } = useCommand(answerRectification)
  const [isDisputing, setDisputing] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (!actions.includes('accept') && !actions.includes('dispute')) return null

  const answer = async (solved: boolean) => {
    const said = reason.trim()
    if (!solved && said === '') {
      setMissing(true)
      return
    }
    setProblem(undefined)
    const reply = await run({ of, solved, ...(solved ? {} : { reason: said }) })
    if (reply === undefined) return
    if (reply.ok) {
      say(words.thanks)
      onChanged(reply.data)
    } else setProblem(reply.error.message)
  }
  return (
    <Card id="citizen-answer" title={words.question} tone="accent">
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      {isDisputing ? (
        <>
          <Field
            label={words.reason}
            required
            hint={words.reasonHint}
            problem={missing && reason.trim() === '' ? words.reasonMissing : undefined}
          >
            <TextInput
              id="dispute-reason"
              label={words.reason}
              value={reason}
              maxLength={300}
              multiline
              isWrong={missing && reason.trim() === ''}
              onChange={setReason}
            />
          </Field>
          <View className="citizen-answer__actions">
            <Button id="dispute-cancel" kind="quiet" disabled={isBusy} onTap={() => setDisputing(false)}>
              {words.cancel}
            </Button>
            <Button id="dispute-send" busy={isBusy && words.solving} onTap={() => void answer(false)}>
              {words.send}
            </Button>
          </View>
        </>
      ) : (
        <View className="citizen-answer__actions">
          {actions.includes('dispute') && (
            <Button id="unsolved" kind="secondary" disabled={isBusy} onTap={() => setDisputing(true)}>
              {words.unsolved}
            </Button>
          )}
          {actions.includes('accept') && (
            <Button id="solved" icon="check" busy={isBusy && words.solving} onTap={() => void answer(true)}>
              {words.solved}
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
