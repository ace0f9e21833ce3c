import { Text, View } from '@tarojs/components'
import type { DeskRow as Row } from '@shared/contracts/deliveries'
import { formatTime } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { ToolButton } from '../../../components/tool-button'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import type { Pages } from '../../../cloud/use-pages'
import { emptyWords, rowWords, words } from '../copy'
import { DeskRow } from '../desk-row'
import { isUrgent } from '../due-tag'
import type { DeskList } from '../use-desk'
import './desk-rows.css'

/** The rows of one list: what has to leave today on top. */
export function DeskRows({
  list,
  pages,
  chosen,
  onRefresh,
  onOpen,
}: {
  readonly list: DeskList
  readonly pages: Pages<Row>
  readonly chosen: string | undefined
  readonly onRefresh: () => void
  readonly onOpen: (row: Row) => void
}) {
  const { rows, problem } = pages
  const [emptyTitle, emptyDetail] = emptyWords[list]
  const urgent = list === 'ready' ? (rows ?? []).filter(isUrgent) : []
  const others = (rows ?? []).filter((row) => !urgent.includes(row))
  const lines = (these: readonly Row[]) =>
    these.map((row) => <DeskRow key={row.id} row={row} isChosen={row.id === chosen} onOpen={() => onOpen(row)} />)
  return (
    <View>
      <View className="desk-rows__state">
        <Text className="desk-rows__soft">{pages.at === 0 ? '' : words.updatedAt(formatTime(pages.at))}</Text>
        <ToolButton
          id="desk-refresh"
          icon="refresh"
          words={pages.isLoading ? words.refreshing : words.refresh}
          disabled={pages.isLoading}
          onTap={onRefresh}
        />
      </View>
      {rows === undefined && problem === undefined && <Skeleton cards={4} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={onRefresh} />}
      {rows !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.length === 0 && <Empty icon="parcel" title={emptyTitle} detail={emptyDetail} />}
      {urgent.length > 0 && <Text className="desk-rows__group">{rowWords.urgent(urgent.length)}</Text>}
      {lines(urgent)}
      {urgent.length > 0 && others.length > 0 && <Text className="desk-rows__group">{rowWords.later}</Text>}
      {lines(others)}
      {pages.hasMore && (
        <Button
          id="desk-more"
          kind="quiet"
          busy={pages.isLoading ? words.loading : false}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
    </View>
  )
}
