import { Text, View } from '@tarojs/components'
import type { ComplaintRow } from '@shared/contracts/complaints'
import { formatShortDate, formatTime } from '@shared/domain/civil-time'
import {
  complaintKinds,
  complaintLists,
  complaintStates,
  type ComplaintList as Name,
} from '@shared/domain/complaint-workflow'
import { serverToday } from '../../../cloud/server-time'
import type { Pages } from '../../../cloud/use-pages'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { classNames } from '../../../components/class-names'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { ToolButton } from '../../../components/tool-button'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { spoken } from '../../../platform/spoken'
import { words } from '../copy'
import './desk.css'

/** The tabs of the lists with how many wait, and the complaints of the open one. */
export function ComplaintList({
  lists,
  list,
  counts,
  pages,
  chosen,
  showsFigures,
  onList,
  onOpen,
}: {
  readonly lists: readonly Name[]
  readonly list: Name
  readonly counts: Readonly<Record<string, number>>
  readonly pages: Pages<ComplaintRow>
  readonly chosen: string | undefined
  readonly showsFigures: boolean
  readonly onList: (list: Name) => void
  readonly onOpen: (id: string) => void
}) {
  const { rows, problem } = pages
  return (
    <View>
      <View className="complaints-desk__chips" {...spoken({ role: 'group', label: words.lists })}>
        {lists.map((name) => (
          <Chip
            key={name}
            id={`list-${name}`}
            isOn={name === list}
            onTap={() => onList(name)}
            {...((counts[name] ?? 0) > 0 ? { count: counts[name] ?? 0 } : {})}
          >
            {complaintLists[name]}
          </Chip>
        ))}
      </View>
      <View className="complaints-desk__state">
        <Text className="complaints-desk__when">{pages.at === 0 ? '' : words.updatedAt(formatTime(pages.at))}</Text>
        <View className="complaints-desk__chips">
          {showsFigures && (
            <ToolButton
              id="to-figures"
              icon="star"
              words={words.figures}
              onTap={() => openPage('/packages/supervision/complaints/index')}
            />
          )}
          <ToolButton
            id="refresh"
            icon="refresh"
            words={pages.isLoading ? words.refreshing : words.refresh}
            disabled={pages.isLoading}
            onTap={() => void pages.reload()}
          />
        </View>
      </View>
      {rows === undefined && problem === undefined && <Skeleton cards={4} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void pages.reload()} />}
      {rows !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.length === 0 && <Empty title={words.empty} detail={words.emptyDetail} />}
      {rows?.map((row) => (
        <Line key={row.id} row={row} isChosen={row.id === chosen} onOpen={() => onOpen(row.id)} />
      ))}
      {pages.hasMore && (
        <Button id="more" kind="quiet" busy={pages.isLoading && words.loadingMore} onTap={() => void pages.loadMore()}>
          {words.more}
        </Button>
      )}
    </View>
  )
}

function Line({
  row,
  isChosen,
  onOpen,
}: {
  readonly row: ComplaintRow
  readonly isChosen: boolean
  readonly onOpen: () => void
}) {
  return (
    <Tappable
      id={`complaint-${row.id}`}
      className={classNames('complaints-desk__row', isChosen && 'complaints-desk__row--chosen')}
      pressed={isChosen}
      onTap={onOpen}
    >
      <View className="complaints-desk__words">
        <Text className="complaints-desk__subject">{row.subject}</Text>
        <Text className="complaints-desk__detail">
          {[complaintKinds[row.kind].label, row.department, formatShortDate(row.sentAt)]
            .filter((each) => each !== undefined)
            .join(' · ')}
        </Text>
        <View className="complaints-desk__tags">
          <Tag>{complaintStates[row.state].label}</Tag>
          {row.clock !== undefined && <DeadlineTag deadline={row.clock} today={serverToday()} />}
        </View>
      </View>
    </Tappable>
  )
}
