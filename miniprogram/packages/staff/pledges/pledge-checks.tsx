import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { drawPledgeSample, listPledgeChecks } from '@shared/contracts/applications-decision'
import type { OutputOf } from '@shared/contracts/contract'
import { useCommand } from '../../../cloud/use-command'
import { usePages } from '../../../cloud/use-pages'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { DrawForm, type AskedSample } from '../../../components/sample-draw/draw-form'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { say } from '../../../platform/phone'
import { pledgeWords as words, words as common } from '../copy'
import { CheckCard, type PledgeCheck } from './check-card'
import './pledge-checks.css'

const lists = ['open', 'done'] as const
const empty = {
  open: { title: words.emptyOpen, detail: words.emptyOpenDetail },
  done: { title: words.emptyDone },
} as const

const rowsOf = ({ checks, next }: OutputOf<typeof listPledgeChecks>) => ({ rows: checks, next })

/** The checks that wait and those that are done, and a new sample. */
export function PledgeChecks({ departments }: { readonly departments: readonly string[] }) {
  const [status, setStatus] = useState<(typeof lists)[number]>('open')
  const [isDrawing, setDrawing] = useState(false)
  const [drawn, setDrawn] = useState<string>()
  const pages = usePages<typeof listPledgeChecks, PledgeCheck>(listPledgeChecks, { status }, rowsOf)
  const { rows, problem, reload } = pages
  const { isBusy, run } = useCommand(drawPledgeSample)
  const draw = async (sample: AskedSample) => {
    const reply = await run(sample)
    if (reply === undefined) return undefined
    if (!reply.ok) return Object.values(reply.error.fields ?? {})[0] ?? reply.error.message
    setDrawing(false)
    setDrawn(words.drawn(reply.data.drawn, reply.data.of))
    if (status === 'open') void reload()
    else setStatus('open')
    return undefined
  }
  const choose = (list: typeof status) => {
    setDrawn(undefined)
    setStatus(list)
  }
  return (
    <>
      <Text className="pledge-checks__lead">{words.lead}</Text>
      {isDrawing ? (
        <DrawForm
          title={words.draw}
          from={words.from}
          departments={departments}
          usualSize={5}
          mostDrawn={100}
          isBusy={isBusy}
          onClose={() => setDrawing(false)}
          onDraw={draw}
        />
      ) : (
        <View className="pledge-checks__draw">
          <Button
            id="draw"
            icon="plus"
            onTap={() => {
              setDrawn(undefined)
              setDrawing(true)
            }}
          >
            {words.draw}
          </Button>
        </View>
      )}
      {drawn !== undefined && (
        <Notice id="drawn" tone="green">
          {drawn}
        </Notice>
      )}
      <View className="pledge-checks__lists">
        {lists.map((each) => (
          <Chip key={each} id={`checks-${each}`} isOn={each === status} onTap={() => choose(each)}>
            {words[each]}
          </Chip>
        ))}
      </View>
      {rows === undefined && problem === undefined && <Skeleton cards={3} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void reload()} />}
      {rows !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.length === 0 && <Empty icon="shield" {...empty[status]} />}
      {rows?.map((check) => (
        <CheckCard
          key={check.id}
          check={check}
          onRecorded={() => {
            say(words.recorded)
            void reload()
          }}
        />
      ))}
      {pages.hasMore && (
        <Button
          id="checks-more"
          kind="quiet"
          busy={pages.isLoading && common.loadingMore}
          onTap={() => void pages.loadMore()}
        >
          {common.more}
        </Button>
      )}
    </>
  )
}
