import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { recordReturnVisit, type ReturnVisitCall } from '@shared/contracts/surveys'
import type { InputOf } from '@shared/contracts/contract'
import { formatDate } from '@shared/domain/civil-time'
import { grades } from '@shared/domain/rating'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { GradeChoice } from '../../../components/rating/grade-choice'
import { RatingFields } from '../../../components/rating/rating-fields'
import {
  contentOf,
  gradeOrder,
  ratingProblems,
  withGrade,
  type RatingForm,
} from '../../../components/rating/rating-form'
import { useCommand } from '../../../cloud/use-command'
import { focusElement } from '../../../platform/focus'
import { confirm, say } from '../../../platform/phone'
import { useShortcuts } from '../../../platform/shortcuts'
import { visitWords as text } from '../copy'
import './call-panel.css'
import { NumberToDial, revealButton } from './number-to-dial'
import { isSettled } from './outcomes'

type Result = InputOf<typeof recordReturnVisit>['result']

/** One call: what to say, the number, the questions filled in while talking, and how it ended. */
export function CallPanel({
  call,
  form,
  onForm,
  onRecorded,
}: {
  readonly call: ReturnVisitCall
  readonly form: RatingForm
  readonly onForm: (form: RatingForm) => void
  readonly onRecorded: (call: ReturnVisitCall) => void
}) {
  const { isBusy, run } = useCommand(recordReturnVisit)
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string>()
  const settled = isSettled(call)

  const record = async (result: Result) => {
    setProblem(undefined)
    const reply = await run({ callId: call.id, result })
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
      return
    }
    say(text.recorded)
    onRecorded(reply.data)
  }
  const save = () => {
    setAsked(true)
    const content = contentOf(form)
    if (content === undefined) focusElement('grades')
    else void record({ outcome: 'reached', content })
  }
  const refuse = async () => {
    const isSure = await confirm({
      title: text.refusedTitle,
      content: text.refusedDetail,
      yes: text.refusedYes,
    })
    if (isSure) await record({ outcome: 'refused' })
  }
  const notReached = () => void record({ outcome: 'not-reached' })
  const applies = () => !settled && !isBusy
  useShortcuts([
    ...gradeOrder.map((grade, place) => ({
      key: String(place + 1),
      run: () => onForm(withGrade(form, grade)),
      applies,
    })),
    { key: 'n', run: notReached, applies },
    { key: 's', run: save, applies },
    { key: 'v', run: () => focusElement(revealButton, 'sight'), applies },
  ])
  const problems = isAsked ? ratingProblems(form) : {}
  return (
    <View id="call">
      <Card title={call.itemName}>
        <Text className="call-panel__script">{text.script(call.personName, call.itemName)}</Text>
        <Facts>
          <Fact label={text.receipt}>{formatReceiptNumber(call.receiptNumber)}</Fact>
          <Fact label={text.closed}>{formatDate(call.closedOn)}</Fact>
        </Facts>
        <NumberToDial call={call} isSettled={settled} />
      </Card>
      {settled ? (
        <Notice id="call-settled" tone="green">
          {call.grade === undefined ? text.settled : text.recordedAs(grades[call.grade].label)}
        </Notice>
      ) : (
        <>
          <Card title={text.questions}>
            <RatingFields form={form} isAsked={isAsked} questionsOpen onChange={onForm} />
            <Text className="call-panel__label">{text.gradeLabel}</Text>
            <GradeChoice
              grade={form.grade}
              label={text.gradeLabel}
              onChange={(grade) => onForm(withGrade(form, grade))}
            />
            {problems.grade !== undefined && (
              <View className="call-panel__missing">
                <Notice tone="red">{problems.grade}</Notice>
              </View>
            )}
          </Card>
          {problem !== undefined && (
            <Notice id="call-problem" tone="red">
              {problem}
            </Notice>
          )}
          <View className="call-panel__outcomes">
            <Button id="call-save" busy={isBusy && text.saving} onTap={save}>
              {text.save}
            </Button>
            <Button id="call-not-reached" kind="secondary" disabled={isBusy} onTap={notReached}>
              {text.notReached}
            </Button>
            <Button id="call-refused" kind="secondary" disabled={isBusy} onTap={() => void refuse()}>
              {text.refused}
            </Button>
          </View>
        </>
      )}
    </View>
  )
}
