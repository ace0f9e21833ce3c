import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { listReturnVisits, type ReturnVisitCall } from '@shared/contracts/surveys'
import type { OutputOf } from '@shared/contracts/contract'
import { formatDate } from '@shared/domain/civil-time'
import { grades } from '@shared/domain/rating'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { KeyList } from '../../../components/key-list'
import { Notice } from '../../../components/notice'
import { emptyForm, type RatingForm } from '../../../components/rating/rating-form'
import { Tag } from '../../../components/tag'
import { ToolButton } from '../../../components/tool-button'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { usePages } from '../../../cloud/use-pages'
import { focusElement } from '../../../platform/focus'
import { hasShortcuts, useShortcuts } from '../../../platform/shortcuts'
import { showTop } from '../../../platform/show-part'
import { useWideScreen } from '../../../platform/wide-screen'
import { visitKeys, visitWords as text, words } from '../copy'
import { ListRow } from '../list-row'
import { SplitView } from '../split-view'
import { isSettled } from './outcomes'
import { CallPanel } from './call-panel'
import './call-sheet.css'

type Sheet = OutputOf<typeof listReturnVisits>
interface Line {
  readonly call: ReturnVisitCall
  readonly sample: Sheet['sample']
}
const rowsOf = ({ sample, calls, next }: Sheet) => ({ rows: calls.map((call) => ({ call, sample })), next })
const rowId = (callId: string) => `call-${callId}`

/** The calls of a sample with the one that is being made beside them. */
export function CallSheet({ sampleId, onBack }: { readonly sampleId: string; readonly onBack: () => void }) {
  const isWide = useWideScreen()
  const pages = usePages<typeof listReturnVisits, Line>(listReturnVisits, { sampleId }, rowsOf)
  const { rows, problem } = pages
  const [chosen, setChosen] = useState<string>()
  // What was heard so far of each person, should the caller look at another line meanwhile.
  const [forms, setForms] = useState<Readonly<Record<string, RatingForm>>>({})
  const [isKeyListOpen, setKeyListOpen] = useState(false)
  const sample = rows?.[0]?.sample
  const call = rows?.find((row) => row.call.id === chosen)?.call

  const open = (callId: string) => {
    setChosen(callId)
    showTop()
  }
  const step = (by: 1 | -1) => {
    const all = rows ?? []
    const at = all.findIndex((row) => row.call.id === chosen)
    const next = all[at < 0 ? 0 : at + by]
    if (next === undefined) return
    open(next.call.id)
    focusElement(rowId(next.call.id), 'sight')
  }
  /** On to the next that nobody answered yet; on a phone back to the list. */
  const recorded = (done: ReturnVisitCall) => {
    const all = rows ?? []
    const at = all.findIndex((row) => row.call.id === done.id)
    const next = [...all.slice(at + 1), ...all.slice(0, at)].find((row) => row.call.outcome === undefined)
    setChosen(isWide ? next?.call.id : undefined)
    void pages.reload()
  }
  useShortcuts([
    { key: 'j', run: () => step(1) },
    { key: 'k', run: () => step(-1) },
    { key: '?', run: () => setKeyListOpen(true) },
  ])
  const list = (
    <>
      <View className="call-sheet__tools">
        <ToolButton id="back-to-samples" icon="back" words={text.samples} onTap={onBack} />
        {hasShortcuts && isWide && (
          <ToolButton id="show-keys" words={`${words.keys} ?`} onTap={() => setKeyListOpen(true)} />
        )}
      </View>
      {sample !== undefined && <SampleCard sample={sample} />}
      {rows === undefined && problem === undefined && <Skeleton cards={3} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void pages.reload()} />}
      {rows !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.map(({ call: line }) => (
        <ListRow
          key={line.id}
          id={rowId(line.id)}
          title={`${line.personName} ${line.phone}`}
          lines={[line.itemName, text.closedOn(formatDate(line.closedOn))]}
          isChosen={line.id === chosen}
          tags={
            <>
              <Tag tone={isSettled(line) ? 'green' : line.outcome === undefined ? 'accent' : 'amber'}>
                {line.outcome === undefined ? text.waiting : text.outcomes[line.outcome]}
              </Tag>
              {line.grade !== undefined && <Tag>{grades[line.grade].label}</Tag>}
              {line.attempts > 0 && <Tag>{text.attempts(line.attempts)}</Tag>}
            </>
          }
          onOpen={() => open(line.id)}
        />
      ))}
      {pages.hasMore && (
        <Button
          id="calls-more"
          kind="quiet"
          busy={pages.isLoading && words.loadingMore}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
      {isKeyListOpen && <KeyList keys={visitKeys} onClose={() => setKeyListOpen(false)} />}
    </>
  )
  const isAllDone = sample !== undefined && sample.reached + sample.refused === sample.size
  return (
    <SplitView
      list={list}
      chosen={
        call === undefined ? undefined : (
          <CallPanel
            key={`${call.id}/${String(call.attempts)}`}
            call={call}
            form={forms[call.id] ?? emptyForm}
            onForm={(form) => setForms({ ...forms, [call.id]: form })}
            onRecorded={recorded}
          />
        )
      }
      empty={
        isAllDone ? (
          <Empty icon="check-circle" title={text.allDone} />
        ) : (
          <Empty icon="phone" title={text.chooseCall} detail={text.chooseCallDetail} />
        )
      }
      onBack={() => setChosen(undefined)}
    />
  )
}

/** How far the sample is, and how it was drawn, so that anybody can draw it again. */
function SampleCard({ sample }: { readonly sample: Sheet['sample'] }) {
  const done = sample.reached + sample.refused
  return (
    <Card id="sample" title={sample.department} aside={<Tag tone="accent">{text.progress(done, sample.size)}</Tag>}>
      <View className="call-sheet__track">
        <View className="call-sheet__way" style={{ width: `${String((done / Math.max(1, sample.size)) * 100)}%` }} />
      </View>
      <Text className="call-sheet__soft">
        {text.counts(sample.reached, sample.satisfied, sample.notReached, sample.refused)}
      </Text>
      <Text className="call-sheet__soft">{text.sample(formatDate(sample.from), formatDate(sample.to))}</Text>
      <Text className="call-sheet__soft">{text.seedIs(sample.seed, sample.of)}</Text>
    </Card>
  )
}
