import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { applicationStates } from '@shared/domain/application-workflow'
import { normaliseReceiptNumber } from '@shared/domain/receipt-number'
import { serverToday } from '../../../cloud/server-time'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import { Tag } from '../../../components/tag'
import { TextInput } from '../../../components/text-input'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { useWideScreen } from '../../../platform/wide-screen'
import { resultWords } from '../copy'
import { HandOver } from './hand-over'
import './result-desk.css'
import { useResults } from './use-results'

/** The results that wait to be handed over; on a wide screen the chosen one beside them. */
export function ResultDesk() {
  const isWide = useWideScreen()
  const { rows, hasMore, problem, isLoading, reload, loadMore } = useResults()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string>()
  if (rows === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  const words = typed.trim()
  const number = normaliseReceiptNumber(words)
  const found = rows.filter((row) => row.applicantName.includes(words) || row.receiptNumber.includes(number))
  const open = (id: string) => {
    if (isWide) setChosen(id)
    else openPage(`/packages/window/results/index?id=${id}`)
  }
  const list = (
    <>
      <View className="result-desk__search">
        <TextInput
          id="result-search"
          label={resultWords.search}
          placeholder={resultWords.search}
          kind="search"
          value={typed}
          maxLength={40}
          onChange={setTyped}
        />
      </View>
      {problem !== undefined && <Notice tone="amber">{problem.message}</Notice>}
      {rows.length === 0 && <Empty icon="send" title={resultWords.empty} detail={resultWords.emptyDetail} />}
      {rows.length > 0 && (
        <Card>
          {found.length === 0 && <Text>{resultWords.searchNothing}</Text>}
          {found.map((row) => (
            <Row
              key={row.id}
              id={`result-${row.id}`}
              title={row.itemName}
              detail={
                <View className="result-desk__detail">
                  <Text className="result-desk__name">{row.applicantName}</Text>
                  <Text>{row.receiptNumber}</Text>
                  <View className="result-desk__tags">
                    <Tag tone="accent">{applicationStates[row.state].label}</Tag>
                    {row.deadline !== undefined && <DeadlineTag deadline={row.deadline} today={serverToday()} />}
                  </View>
                </View>
              }
              onTap={() => open(row.id)}
            />
          ))}
        </Card>
      )}
      {hasMore && (
        <Button
          id="more-results"
          kind="quiet"
          busy={isLoading ? resultWords.loading : false}
          onTap={() => void loadMore()}
        >
          {resultWords.more}
        </Button>
      )}
    </>
  )
  if (!isWide) return <View>{list}</View>
  return (
    <View className="result-desk">
      <View className="result-desk__list">{list}</View>
      <View className="result-desk__case">
        {chosen === undefined ? (
          <Empty icon="list" title={resultWords.choose} detail={resultWords.chooseDetail} />
        ) : (
          <HandOver key={chosen} applicationId={chosen} onDelivered={() => void reload()} />
        )}
      </View>
    </View>
  )
}
