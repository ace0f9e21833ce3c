import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { listPledgeChecks } from '@shared/contracts/applications-decision'
import type { OutputOf } from '@shared/contracts/contract'
import { usePages } from '../../../cloud/use-pages'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { say } from '../../../platform/phone'
import { pledgeWords as words, words as common } from '../copy'
import { CheckCard, type PledgeCheck } from './check-card'
import { DrawForm } from './draw-form'
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
  const choose = (list: typeof status) => {
    setDrawn(undefined)
    setStatus(list)
  }
  return (
    <>
      <Text className="pledge-checks__lead">{words.lead}</Text>
      {isDrawing ? (
        <DrawForm
          departments={departments}
          onClose={() => setDrawing(false)}
          onDrawn={({ drawn: count, of }) => {
            setDrawing(false)
            setDrawn(words.drawn(count, of))
            if (status === 'open') void reload()
            else setStatus('open')
          }}
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
