import { Text, View } from '@tarojs/components'
import type { ApplicationRow } from '@shared/contracts/applications'
import { formatTime } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Tappable } from '../../../components/tappable'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { spoken } from '../../../platform/spoken'
import { classNames } from '../../../components/class-names'
import { queues, words, type Queue } from '../copy'
import { QueueRow } from './queue-row'
import { ToolButton } from '../../../components/tool-button'
import type { QueuePages } from './use-queue'
import './queue-list.css'

const names = Object.keys(queues) as Queue[]

/** The tabs of the queues and the cases of the open one, the most urgent first. */
export function QueueList({
  queue,
  pages,
  chosen,
  refusal,
  claim,
  onQueue,
  onOpen,
}: {
  readonly queue: Queue
  readonly pages: QueuePages
  readonly chosen?: string
  readonly refusal?: string
  /** Where cases may be taken. */
  readonly claim?: {
    readonly isBusy: boolean
    readonly busyWith: string | undefined
    readonly take: (row: ApplicationRow) => void
  }
  readonly onQueue: (queue: Queue) => void
  readonly onOpen: (row: ApplicationRow) => void
}) {
  const { rows, problem } = pages
  return (
    <View>
      <View className="queue-list__tabs" {...spoken({ role: 'group', label: words.title })}>
        {names.map((name) => (
          <Tappable
            key={name}
            id={`queue-${name}`}
            className={classNames('queue-list__tab', name === queue && 'queue-list__tab--chosen')}
            pressed={name === queue}
            onTap={() => onQueue(name)}
          >
            <Text>{queues[name].label}</Text>
          </Tappable>
        ))}
      </View>
      <View className="queue-list__state">
        <Text className="queue-list__when">{pages.at === 0 ? '' : words.updatedAt(formatTime(pages.at))}</Text>
        <ToolButton
          id="queue-refresh"
          icon="refresh"
          words={pages.isLoading ? words.refreshing : words.refresh}
          disabled={pages.isLoading}
          onTap={() => void pages.reload()}
        />
      </View>
      {refusal !== undefined && <Notice tone="amber">{refusal}</Notice>}
      {rows === undefined && problem === undefined && <Skeleton cards={4} />}
      {problem !== undefined && rows === undefined && <Problem problem={problem} onRetry={() => void pages.reload()} />}
      {problem !== undefined && rows !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.length === 0 && <Empty title={queues[queue].empty} detail={queues[queue].emptyDetail} />}
      {rows?.map((row) => (
        <QueueRow
          key={row.id}
          row={row}
          isChosen={row.id === chosen}
          showsState={queue === 'done'}
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
