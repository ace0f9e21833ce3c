import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { drawReturnVisits, listReturnVisitSamples } from '@shared/contracts/surveys'
import type { OutputOf } from '@shared/contracts/contract'
import { formatDate } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { DrawForm, type AskedSample } from '../../../components/sample-draw/draw-form'
import { Tag } from '../../../components/tag'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useCommand } from '../../../cloud/use-command'
import { usePages } from '../../../cloud/use-pages'
import { visitWords as text, words } from '../copy'
import { ListRow } from '../list-row'
import { SplitView } from '../split-view'
import { CallSheet } from './call-sheet'
import './visit-desk.css'

type Sample = OutputOf<typeof listReturnVisitSamples>['samples'][number]
const rowsOf = ({ samples, next }: OutputOf<typeof listReturnVisitSamples>) => ({ rows: samples, next })
/** Cases that one person phones in a morning. */
const usualSize = 20
const mostDrawn = 200

/** The samples that were drawn, a new one, and the call sheet of the chosen one. */
export function VisitDesk({ departments }: { readonly departments: readonly string[] }) {
  const [sampleId, setSampleId] = useState<string>()
  const [isDrawing, setDrawing] = useState(false)
  const [drawn, setDrawn] = useState<string>()
  const { isBusy, run } = useCommand(drawReturnVisits)
  const pages = usePages<typeof listReturnVisitSamples, Sample>(listReturnVisitSamples, {}, rowsOf)
  const { rows, problem } = pages
  const draw = async (sample: AskedSample) => {
    const reply = await run(sample)
    if (reply === undefined) return undefined
    if (!reply.ok) return Object.values(reply.error.fields ?? {})[0] ?? reply.error.message
    setDrawing(false)
    setDrawn(text.drawn(reply.data.drawn, reply.data.of))
    setSampleId(reply.data.sampleId)
    void pages.reload()
    return undefined
  }
  if (sampleId !== undefined) {
    return (
      <>
        {drawn !== undefined && (
          <Notice id="drawn" tone="green">
            {drawn}
          </Notice>
        )}
        <CallSheet
          sampleId={sampleId}
          onBack={() => {
            setDrawn(undefined)
            setSampleId(undefined)
            void pages.reload()
          }}
        />
      </>
    )
  }
  const list = (
    <>
      <Text className="visit-desk__lead">{text.lead}</Text>
      <View className="visit-desk__draw">
        <Button id="draw" icon="plus" disabled={isDrawing} onTap={() => setDrawing(true)}>
          {text.draw}
        </Button>
      </View>
      {rows === undefined && problem === undefined && <Skeleton cards={3} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void pages.reload()} />}
      {rows !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.length === 0 && <Empty icon="phone" title={text.none} detail={text.noneDetail} />}
      {rows?.map((sample) => (
        <ListRow
          key={sample.id}
          id={`sample-${sample.id}`}
          title={sample.department}
          lines={[
            text.sample(formatDate(sample.from), formatDate(sample.to)),
            text.drawnBy(formatDate(sample.drawnAt), sample.drawnBy),
            text.counts(sample.reached, sample.satisfied, sample.notReached, sample.refused),
          ]}
          isChosen={false}
          tags={
            <Tag tone={doneOf(sample) === sample.size ? 'green' : 'accent'}>
              {text.progress(doneOf(sample), sample.size)}
            </Tag>
          }
          onOpen={() => setSampleId(sample.id)}
        />
      ))}
      {pages.hasMore && (
        <Button
          id="samples-more"
          kind="quiet"
          busy={pages.isLoading && words.loadingMore}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
    </>
  )
  return (
    <SplitView
      list={list}
      chosen={
        isDrawing ? (
          <DrawForm
            title={text.draw}
            from={text.from}
            departments={departments}
            usualSize={usualSize}
            mostDrawn={mostDrawn}
            isBusy={isBusy}
            onDraw={draw}
            onClose={() => setDrawing(false)}
          />
        ) : undefined
      }
      empty={<Empty icon="phone" title={text.choose} detail={text.chooseDetail} />}
      onBack={() => setDrawing(false)}
    />
  )
}

/** Who was not reached may be called again. */
const doneOf = ({ reached, refused }: Sample) => reached + refused
