import { Text, View } from '@tarojs/components'
import type { ApplicationRow } from '@shared/contracts/applications'
import { formatTime } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { filterWords, queues, words, type Queue } from '../copy'
import { QueueRow } from './queue-row'
import { QueueTabs } from './queue-tabs'
import { QueueTools } from './queue-tools'
import { ToolButton } from '../../../components/tool-button'
import type { QueuePages } from './use-queue'
import './queue-list.css'

/** Queues whose cases stand in different states. */
const mixed: readonly Queue[] = ['handling', 'delivering', 'done']

/** The tabs of the queues and the cases of the open one, the most urgent first. */
export function QueueList({
  queue,
  counts,
  hasOwn,
  pages,
  narrowing,
  chosen,
  refusal,
  claim,
  onRefresh,
  onQueue,
  onOpen,
}: {
  readonly queue: Queue
  /** How many wait in each. */
  readonly counts: Readonly<Record<string, number>> | undefined
  /** Whether the member has cases of their own. */
  readonly hasOwn: boolean
  readonly pages: QueuePages
  readonly narrowing: Parameters<typeof QueueTools>[0]
  readonly chosen?: string
  readonly refusal?: string
  /** Where cases may be taken. */
  readonly claim?: {
    readonly isBusy: boolean
    readonly busyWith: string | undefined
    readonly take: (row: ApplicationRow) => void
  }
  readonly onRefresh: () => void
  readonly onQueue: (queue: Queue) => void
  readonly onOpen: (row: ApplicationRow) => void
}) {
  const { rows, problem } = pages
  const isSearch = narrowing.search !== undefined
  const isNarrowed = Object.keys(narrowing.filter).length > 0
  const nothing = isSearch
    ? { title: filterWords.notFound, detail: filterWords.notFoundDetail }
    : isNarrowed
      ? { title: filterWords.none, detail: filterWords.noneDetail }
      : { title: queues[queue].empty, detail: queues[queue].emptyDetail }
  return (
    <View>
      <QueueTabs queue={isSearch ? undefined : queue} counts={counts} hasOwn={hasOwn} onQueue={onQueue} />
      <QueueTools {...narrowing} />
      <View className="queue-list__state">
        <Text className="queue-list__when">{pages.at === 0 ? '' : words.updatedAt(formatTime(pages.at))}</Text>
        <ToolButton
          id="queue-refresh"
          icon="refresh"
          words={pages.isLoading ? words.refreshing : words.refresh}
          disabled={pages.isLoading}
          onTap={onRefresh}
        />
      </View>
      {refusal !== undefined && <Notice tone="amber">{refusal}</Notice>}
      {rows === undefined && problem === undefined && <Skeleton cards={4} />}
      {problem !== undefined && rows === undefined && <Problem problem={problem} onRetry={onRefresh} />}
      {problem !== undefined && rows !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.length === 0 && <Empty {...(isSearch || isNarrowed ? { icon: 'search' as const } : {})} {...nothing} />}
      {rows?.map((row) => (
        <QueueRow
          key={row.id}
          row={row}
          isChosen={row.id === chosen}
          showsState={isSearch || mixed.includes(queue)}
          onOpen={() => onOpen(row)}
          {...(claim === undefined || row.claim !== undefined
            ? {}
            : { claim: { isBusy: claim.isBusy, isThis: claim.busyWith === row.id, take: () => claim.take(row) } })}
        />
      ))}
      {pages.hasMore && (
        <Button
          id="queue-more"
          kind="quiet"
          busy={pages.isLoading ? words.loadingMore : false}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
      {rows !== undefined && rows.length > 0 && !pages.hasMore && (
        <Text className="queue-list__end">{words.thatIsAll}</Text>
      )}
    </View>
  )
}
