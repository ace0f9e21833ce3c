import { useState } from 'react'
import Taro from '@tarojs/taro'
import { Text } from '@tarojs/components'
import { bookAppointment, changeAppointment, listSlots } from '@shared/contracts/applications-window'
import { formatDate, formatShortDate } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useCommand } from '../../../cloud/use-command'
import { useConsent } from '../../../cloud/use-consent'
import { useQuery } from '../../../cloud/use-query'
import { copy } from './copy'
import { SlotPicker } from './slot-picker'

/** Choosing a half hour, for the first time or instead of the one booked. */
export function Booking({
  applicationId,
  appointmentId,
}: {
  readonly applicationId: string
  readonly appointmentId: string | undefined
}) {
  const offer = useQuery(listSlots, { applicationId })
  const consent = useConsent('book')
  const booking = useCommand(bookAppointment)
  const changing = useCommand(changeAppointment)
  const [date, setDate] = useState<string>()
  const [from, setFrom] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const isChange = appointmentId !== undefined
  const isBusy = booking.isBusy || changing.isBusy
  const chosenDay = date ?? offer.data?.days.find(({ slots }) => slots.some(({ left }) => left > 0))?.date

  const send = async () => {
    if (chosenDay === undefined || from === undefined) return
    await consent.ask()
    const reply =
      appointmentId === undefined
        ? await booking.run({ applicationId, date: chosenDay, from })
        : await changing.run({ appointmentId, date: chosenDay, from })
    if (reply === undefined) return
    if (reply.ok) {
      void Taro.redirectTo({ url: `/packages/applications/visit-code/index?id=${reply.data.id}` })
      return
    }
    setRefusal(reply.error.message)
    setFrom(undefined)
    void offer.reload()
  }

  const when = chosenDay === undefined || from === undefined ? undefined : `${formatShortDate(chosenDay)} ${from}`
  const words = isChange ? copy.change : copy.book
  return (
    <Screen
      title={isChange ? copy.changeTitle : copy.title}
      bar={
        offer.data !== undefined &&
        offer.data.blockedUntil === undefined &&
        offer.data.days.length > 0 && (
          <Button
            id="book"
            disabled={when === undefined}
            busy={isBusy && (isChange ? copy.changeBusy : copy.busy)}
            onTap={() => void send()}
          >
            {when === undefined ? copy.choose : words(when)}
          </Button>
        )
      }
    >
      {offer.data === undefined ? (
        offer.problem === undefined ? (
          <Skeleton />
        ) : (
          <Problem problem={offer.problem} onRetry={() => void offer.reload()} />
        )
      ) : (
        <>
          <Card>
            <Text>{copy.intro}</Text>
          </Card>
          {refusal !== undefined && (
            <Notice id="refusal" tone="red">
              {refusal}
            </Notice>
          )}
          {offer.data.blockedUntil !== undefined && (
            <Notice id="blocked" tone="amber">
              {copy.blocked(formatDate(offer.data.blockedUntil))}
            </Notice>
          )}
          {offer.data.blockedUntil === undefined && offer.data.days.length === 0 && (
            <Empty icon="calendar" title={copy.none} detail={copy.noneDetail} />
          )}
          {offer.data.blockedUntil === undefined && chosenDay !== undefined && (
            <SlotPicker
              days={offer.data.days}
              date={chosenDay}
              from={from}
              onDay={(next) => {
                setDate(next)
                setFrom(undefined)
              }}
              onSlot={setFrom}
            />
          )}
          <Card title={copy.place}>
            <Text>{offer.data.place}</Text>
          </Card>
        </>
      )}
    </Screen>
  )
}
