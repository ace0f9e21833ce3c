import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { revealApplicant } from '@shared/contracts/applications'
import type { OutputOf } from '@shared/contracts/contract'
import { finishPhoneTask, type listPhoneTasks } from '@shared/contracts/notifications'
import { formatDateTime } from '@shared/domain/civil-time'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { callPhone, say } from '../../../platform/phone'
import { callWords } from '../copy'
import './phone-task-card.css'

type PhoneTask = OutputOf<typeof listPhoneTasks>['tasks'][number]

/** Whom to phone about what; the number is a logged look, the call is entered when it was made. */
export function PhoneTaskCard({
  task,
  canCall,
  onFinished,
}: {
  readonly task: PhoneTask
  readonly canCall: boolean
  readonly onFinished: () => void
}) {
  const reveal = useCommand(revealApplicant)
  const finish = useCommand(finishPhoneTask)
  const [phone, setPhone] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isAsking, setAsking] = useState(false)

  const showNumber = async () => {
    setProblem(undefined)
    const reply = await reveal.run({ applicationId: task.subject, reason: callWords.reason })
    if (reply === undefined) return
    if (reply.ok) setPhone(reply.data.applicant.phone)
    else {
      setProblem(reply.error.code in revealApplicant.errors ? callWords.noNumber : reply.error.message)
    }
  }
  const confirmDone = async () => {
    setProblem(undefined)
    const reply = await finish.run({ taskId: task.id })
    if (reply === undefined) return
    if (reply.ok || reply.error.code === 'NOT_FOUND') {
      say(callWords.finished)
      onFinished()
    } else setProblem(reply.error.message)
  }
  return (
    <Card id={`call-${task.id}`} title={task.personName}>
      <Text className="phone-task-card__line">{task.title}</Text>
      <Text className="phone-task-card__line">{`${callWords.receipt} ${task.receiptNumber}`}</Text>
      <Text className="phone-task-card__line">{callWords.why(task.why)}</Text>
      <Text className="phone-task-card__line phone-task-card__line--soft">
        {callWords.since(formatDateTime(task.at))}
      </Text>
      {problem !== undefined && <Notice tone="amber">{problem}</Notice>}
      {phone !== undefined && (
        <Text className="phone-task-card__number" userSelect>
          {phone}
        </Text>
      )}
      {canCall && isAsking && (
        <View>
          <Notice>{callWords.ask(task.personName)}</Notice>
          <View className="phone-task-card__actions">
            <Button id={`call-not-yet-${task.id}`} kind="quiet" disabled={finish.isBusy} onTap={() => setAsking(false)}>
              {callWords.no}
            </Button>
            <Button
              id={`call-confirm-${task.id}`}
              busy={finish.isBusy ? callWords.busy : false}
              onTap={() => void confirmDone()}
            >
              {callWords.yes}
            </Button>
          </View>
        </View>
      )}
      {canCall && !isAsking && (
        <View>
          <View className="phone-task-card__actions">
            {phone === undefined ? (
              <Button
                id={`call-number-${task.id}`}
                icon="phone"
                kind="secondary"
                busy={reveal.isBusy ? callWords.reading : false}
                onTap={() => void showNumber()}
              >
                {callWords.number}
              </Button>
            ) : (
              <Button id={`call-dial-${task.id}`} icon="phone" kind="secondary" onTap={() => callPhone(phone)}>
                {callWords.dial}
              </Button>
            )}
            <Button id={`call-done-${task.id}`} icon="check" onTap={() => setAsking(true)}>
              {callWords.done}
            </Button>
          </View>
          {phone === undefined && (
            <Text className="phone-task-card__line phone-task-card__line--soft">{callWords.recorded}</Text>
          )}
        </View>
      )}
      <Button
        id={`call-open-${task.id}`}
        kind="quiet"
        onTap={() => void Taro.navigateTo({ url: `/packages/staff/case/index?id=${task.subject}` })}
      >
        {callWords.open}
      </Button>
    </Card>
  )
}
