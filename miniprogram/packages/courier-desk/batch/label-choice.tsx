import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { DeskRow } from '@shared/contracts/deliveries'
import { formatShortDate } from '@shared/domain/civil-time'
import type { Pages } from '../../../cloud/use-pages'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Tick } from '../../../components/choices'
import { Notice } from '../../../components/notice'
import { ToolButton } from '../../../components/tool-button'
import { Problem, Skeleton } from '../../../components/waiting'
import { batchWords, rowWords, words } from '../copy'
import { Labels } from '../labels'
import { useLabels } from '../use-paper'
import './label-choice.css'

/** As many labels as are made at once. */
const mostLabels = 50

/** Ticks what is to be sent today, and prints its labels. */
export function LabelChoice({
  rows,
  pages,
  onRefresh,
}: {
  /** Ready, and not scanned yet. */
  readonly rows: readonly DeskRow[]
  readonly pages: Pages<DeskRow>
  readonly onRefresh: () => void
}) {
  const labels = useLabels()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const chosen = rows.map(({ id }) => id).filter((id) => ticked.includes(id))
  const print = async () => {
    if (await labels.make({ applicationIds: [...chosen] })) onRefresh()
  }
  const first = rows.slice(0, mostLabels).map(({ id }) => id)
  const isAll = first.length > 0 && first.every((id) => chosen.includes(id))
  if (pages.rows === undefined) {
    return pages.problem === undefined ? <Skeleton /> : <Problem problem={pages.problem} onRetry={onRefresh} />
  }
  return (
    <Card id="label-choice">
      <Text className="label-choice__lead">{batchWords.lead}</Text>
      {pages.problem !== undefined && <Notice tone="amber">{pages.problem.message}</Notice>}
      {rows.length === 0 && <Text>{batchWords.nothing}</Text>}
      {rows.length > 0 && (
        <View className="label-choice__tools">
          <ToolButton
            id="tick-all"
            words={isAll ? batchWords.none : batchWords.all(first.length)}
            onTap={() => setTicked(isAll ? [] : first)}
          />
          <Text className="label-choice__soft">{batchWords.chosen(chosen.length)}</Text>
        </View>
      )}
      {rows.map((row) => (
        <Tick
          key={row.id}
          id={`tick-${row.id}`}
          isTicked={chosen.includes(row.id)}
          label={`${row.recipient} · ${row.region}`}
          detail={[
            row.receiptNumber,
            row.itemName,
            row.dueOn === undefined ? '' : batchWords.dueOn(formatShortDate(row.dueOn)),
            row.label === undefined ? '' : rowWords[row.label],
          ]
            .filter((each) => each !== '')
            .join(' · ')}
          onChange={(isTicked) => setTicked(isTicked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))}
        />
      ))}
      {pages.hasMore && (
        <Button
          id="more-ready"
          kind="quiet"
          busy={pages.isLoading ? words.loading : false}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
      {chosen.length > mostLabels && <Notice tone="amber">{batchWords.most}</Notice>}
      {rows.length > 0 && (
        <View className="label-choice__print">
          <Labels
            labels={labels}
            words={batchWords.print(chosen.length)}
            disabled={chosen.length === 0 || chosen.length > mostLabels}
            onPrint={() => void print()}
          />
        </View>
      )}
    </Card>
  )
}
