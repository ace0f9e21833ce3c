import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { answerHomeVisit, type HomeVisitView } from '@shared/contracts/applications-window'
import type { InputOf } from '@shared/contracts/contract'
import { formatDateTime, formatShortDate } from '@shared/domain/civil-time'
import {
  homeVisitActions,
  homeVisitReasons,
  homeVisitStates,
  type HomeVisitAction,
} from '@shared/domain/home-visit-workflow'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { openPage } from '../../../platform/open-page'
import { confirm } from '../../../platform/phone'
import { visitWords } from '../copy'
import { ArrangeVisit } from './arrange-visit'
import { AnswerInWords } from './answer-in-words'
import './visit-card.css'

type Answer = InputOf<typeof answerHomeVisit>
/** The steps that a form is filled in for. */
type Asking = 'refuse' | 'cancel' | 'schedule' | 'reschedule'
const asking: readonly HomeVisitAction[] = ['refuse', 'cancel', 'schedule', 'reschedule'] satisfies Asking[]
/** The window's steps in the order of their buttons. */
const steps: readonly HomeVisitAction[] = ['approve', 'schedule', 'finish', 'reschedule', 'refuse', 'cancel']
const kinds: Readonly<Partial<Record<HomeVisitAction, 'primary' | 'secondary' | 'danger' | 'quiet'>>> = {
  approve: 'primary',
  schedule: 'primary',
  finish: 'quiet',
  refuse: 'danger',
  cancel: 'quiet',
  reschedule: 'quiet',
}

/** One visit: who, where, why, what was agreed, and the steps that are open. */
export function VisitCard({
  visit,
  onDone,
}: {
  readonly visit: HomeVisitView
  readonly onDone: (words: string) => void
}) {
  const { isBusy, run } = useCommand(answerHomeVisit)
  const [open, setOpen] = useState<Asking>()
  const [problem, setProblem] = useState<string>()
  const send = async (answer: Answer) => {
    setProblem(undefined)
    const reply = await run(answer)
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
      return
    }
    setOpen(undefined)
    onDone(`${visit.personName}：${visitWords.said[answer.action]}`)
  }
  const begin = async (action: HomeVisitAction) => {
    if (action === 'approve') await send({ action, visitId: visit.id })
    else if (action === 'finish') {
      const { finishTitle: title, finishDetail: content, finishYes: yes } = visitWords
      if (await confirm({ title, content, yes })) await send({ action, visitId: visit.id })
    } else if (asking.includes(action)) setOpen(action as Asking)
  }
  const form = { isBusy, onCancel: () => setOpen(undefined) }
  return (
    <Card
      id={`visit-${visit.id}`}
      title={visit.personName}
      aside={<Tag tone="accent">{homeVisitStates[visit.state].label}</Tag>}
    >
      <Text className="visit-card__item">{visit.itemName}</Text>
      <Facts>
        <Fact label={visitWords.reason}>{`${homeVisitReasons[visit.reason]}。${visit.explanation}`}</Fact>
        <Fact label={visitWords.address}>{visit.address}</Fact>
        <Fact label={visitWords.requested}>{formatDateTime(visit.requestedAt)}</Fact>
        {visit.date !== undefined && (
          <Fact label={visitWords.when}>{`${formatShortDate(visit.date)} ${visit.from ?? ''}–${visit.to ?? ''}`}</Fact>
        )}
        {visit.answer !== undefined && <Fact label={visitWords.answer}>{visit.answer}</Fact>}
      </Facts>
      {problem !== undefined && (
        <View className="visit-card__problem">
          <Notice tone="amber">{problem}</Notice>
        </View>
      )}
      {open === 'refuse' || open === 'cancel' ? (
        <AnswerInWords
          {...form}
          label={open === 'refuse' ? visitWords.refuseWords : visitWords.cancelWords}
          hint={open === 'refuse' ? visitWords.refuseHint : visitWords.cancelHint}
          onSend={(answer) => void send({ action: open, visitId: visit.id, answer })}
        />
      ) : open !== undefined ? (
        <ArrangeVisit
          {...form}
          before={visit}
          onSend={(time) => void send({ action: open, visitId: visit.id, ...time })}
        />
      ) : (
        <View className="visit-card__steps">
          {visit.actions.includes('finish') && (
            <Button
              id={`visit-accept-${visit.id}`}
              icon="check"
              onTap={() => openPage(`/packages/window/accept/index?id=${visit.applicationId}&place=home`)}
            >
              {visitWords.accept}
            </Button>
          )}
          {steps
            .filter((action) => visit.actions.includes(action))
            .map((action) => (
              <Button
                key={action}
                id={`visit-${action}-${visit.id}`}
                kind={kinds[action] ?? 'secondary'}
                busy={isBusy ? visitWords.busy : false}
                onTap={() => void begin(action)}
              >
                {homeVisitActions[action].label}
              </Button>
            ))}
        </View>
      )}
    </Card>
  )
}
