import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { closeRound, countDesk, listRounds } from '@shared/contracts/deliveries'
import { formatTime } from '@shared/domain/civil-time'
import { serverToday } from '../../../cloud/server-time'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { DateInput } from '../../../components/date-input'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { Problem, Skeleton } from '../../../components/waiting'
import { confirm } from '../../../platform/phone'
import { roundWords } from '../copy'
import { sentenceOf, type News } from '../news'
import { useHandOverSheet } from '../use-paper'
import './rounds.css'

/** What waits for each carrier, the button that closes its round, and the sheets of a day. */
export function Rounds() {
  const [date, setDate] = useState(serverToday)
  const [news, setNews] = useState<News>()
  const waiting = useQuery(countDesk, {})
  const made = useQuery(listRounds, { date })
  const closing = useCommand(closeRound)
  const [busyWith, setBusyWith] = useState<string>()
  const sheet = useHandOverSheet()

  const print = async (roundId: string) => {
    setBusyWith(roundId)
    await sheet.make({ roundId })
    setBusyWith(undefined)
  }
  const close = async ({ carrier, name, parcels }: { carrier: string; name: string; parcels: number }) => {
    const question = {
      title: roundWords.confirmTitle(name, parcels),
      content: roundWords.confirmDetail,
      yes: roundWords.confirmYes,
    }
    if (!(await confirm(question))) return
    setNews(undefined)
    setBusyWith(carrier)
    const reply = await closing.run({ carrier })
    setBusyWith(undefined)
    if (reply === undefined) return
    if (reply.ok) setNews({ tone: 'green', words: roundWords.closed(reply.data.number, reply.data.parcels) })
    else setNews({ tone: 'red', words: sentenceOf(reply.error) })
    setDate(serverToday())
    await Promise.all([waiting.reload(), made.reload()])
    if (reply.ok) await print(reply.data.roundId)
  }
  if (waiting.data === undefined) {
    return waiting.problem === undefined ? (
      <Skeleton />
    ) : (
      <Problem problem={waiting.problem} onRetry={() => void waiting.reload()} />
    )
  }
  const { rounds } = waiting.data
  return (
    <View>
      {news !== undefined && (
        <Notice id="rounds-news" tone={news.tone}>
          {news.words}
        </Notice>
      )}
      {sheet.problem !== undefined && <Notice tone="red">{sheet.problem}</Notice>}
      {sheet.paper !== undefined && (
        <View className="rounds__ready">
          <Notice id="sheet-ready" tone="green">
            {roundWords.ready(sheet.paper.pages)}
          </Notice>
          <Button id="open-sheet" kind="quiet" small onTap={sheet.open}>
            {roundWords.openSheet}
          </Button>
        </View>
      )}
      <Card id="rounds-waiting" title={roundWords.waiting}>
        {rounds.length === 0 && <Text>{roundWords.waitingNothing}</Text>}
        {rounds.map((round) => (
          <View key={round.carrier} className="rounds__line">
            <View className="rounds__words">
              <Text className="rounds__name">{round.name}</Text>
              <Text className="rounds__soft">{roundWords.parcels(round.parcels)}</Text>
            </View>
            <Button
              id={`close-round-${round.carrier}`}
              small
              disabled={closing.isBusy || sheet.isBusy}
              busy={busyWith === round.carrier ? roundWords.closing : false}
              onTap={() => void close(round)}
            >
              {roundWords.close}
            </Button>
          </View>
        ))}
      </Card>
      <Card id="rounds-made" title={roundWords.made}>
        <Field label={roundWords.date} required>
          <DateInput id="rounds-date" label={roundWords.date} value={date} latest={serverToday()} onChange={setDate} />
        </Field>
        {made.problem !== undefined && <Notice tone="red">{made.problem.message}</Notice>}
        {made.data?.rounds.length === 0 && <Text className="rounds__soft">{roundWords.madeNothing}</Text>}
        {made.data?.rounds.map((round) => (
          <View key={round.id} className="rounds__line">
            <View className="rounds__words">
              <Text className="rounds__name">{`${round.number} ${round.carrier}`}</Text>
              <Text className="rounds__soft">
                {roundWords.line(formatTime(round.closedAt), round.parcels, round.closedBy)}
              </Text>
            </View>
            <Button
              id={`print-round-${round.id}`}
              kind="secondary"
              small
              disabled={sheet.isBusy}
              busy={busyWith === round.id ? roundWords.closing : false}
              onTap={() => void print(round.id)}
            >
              {roundWords.print}
            </Button>
          </View>
        ))}
      </Card>
    </View>
  )
}
