import { Text, View } from '@tarojs/components'
import { cancelAppointment, listAppointments, type AppointmentView } from '@shared/contracts/applications-window'
import { appointmentActions, appointmentStates } from '@shared/domain/appointment-workflow'
import { formatShortDate } from '@shared/domain/civil-time'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { confirm, say } from '../../../platform/phone'
import { CodeCard } from './code-card'
import { FormNote } from '../form-note'
import { copy } from './copy'
import { keepVisit, keptVisit } from './kept-visit'

/** One appointment with its code; what was seen last is shown when there is no network. */
export function Visit({ appointmentId }: { readonly appointmentId: string }) {
  const list = useQuery(listAppointments, {})
  const found = list.data?.appointments.find(({ id }) => id === appointmentId)
  if (found !== undefined) keepVisit(found)
  const shown = found ?? (list.data === undefined ? keptVisit(appointmentId) : undefined)
  if (shown !== undefined) return <Shown visit={shown} onChanged={() => void list.reload()} />
  if (list.data === undefined && list.problem === undefined) return <Skeleton cards={2} />
  if (list.problem !== undefined && list.data === undefined) {
    return <Problem problem={list.problem} onRetry={() => void list.reload()} />
  }
  return (
    <Empty
      icon="calendar"
      title={copy.gone}
      detail={copy.goneDetail}
      action={{ words: copy.toProgress, onTap: () => openPage('/pages/progress/index') }}
    />
  )
}

function Shown({ visit, onChanged }: { readonly visit: AppointmentView; readonly onChanged: () => void }) {
  const cancelling = useCommand(cancelAppointment)
  const [refusal, setRefusal] = useState<string>()
  const cancel = async () => {
    const isSure = await confirm({ title: copy.cancelTitle, content: copy.cancelContent, yes: copy.cancelYes })
    if (!isSure) return
    const reply = await cancelling.run({ appointmentId: visit.id })
    if (reply === undefined) return
    if (reply.ok) say(copy.cancelled)
    else setRefusal(reply.error.message)
    onChanged()
  }
  const time = visit.from === undefined ? '' : ` ${visit.from}—${visit.to ?? ''}`
  return (
    <View>
      {refusal !== undefined && (
        <Notice id="refusal" tone="red">
          {refusal}
        </Notice>
      )}
      {visit.queueNumber !== undefined && (
        <Card id="queue-number" tone="accent" title={copy.queue}>
          <Text className="code-card__typed">{visit.queueNumber}</Text>
          {visit.ahead !== undefined && <Notice>{copy.ahead(visit.ahead)}</Notice>}
        </Card>
      )}
      {visit.visitCode !== undefined && <CodeCard code={visit.visitCode} />}
      <Card>
        <Facts>
          <Fact label={copy.state}>{appointmentStates[visit.state].label}</Fact>
          <Fact label={copy.when}>{`${formatShortDate(visit.date)}${time}`}</Fact>
          <Fact label={copy.where}>{visit.place}</Fact>
          <Fact label={copy.matter}>{visit.itemName}</Fact>
          {visit.receiptNumber !== undefined && (
            <Fact label={copy.receipt}>{formatReceiptNumber(visit.receiptNumber)}</Fact>
          )}
        </Facts>
        <FormNote>{visit.visitCode === undefined ? appointmentStates[visit.state].next : copy.offline}</FormNote>
      </Card>
      {visit.applicationId !== undefined && visit.actions.includes('change') && (
        <Button
          id="change"
          kind="secondary"
          icon="calendar"
          onTap={() => openPage(`/packages/applications/book/index?id=${visit.applicationId ?? ''}&change=${visit.id}`)}
        >
          {appointmentActions.change.label}
        </Button>
      )}
      {visit.actions.includes('cancel') && (
        <Button id="cancel" kind="quiet" busy={cancelling.isBusy && copy.cancelBusy} onTap={() => void cancel()}>
          {copy.cancel}
        </Button>
      )}
      {visit.applicationId !== undefined && (
        <Button
          id="to-case"
          kind="quiet"
          onTap={() => openPage(`/packages/applications/case/index?id=${visit.applicationId ?? ''}`)}
        >
          {copy.toCase}
        </Button>
      )}
    </View>
  )
}
