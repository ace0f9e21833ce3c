import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { groupProgress } from '@shared/domain/progress-list'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { openPage } from '../../platform/open-page'
import { ApplicationRow, type RowWithParcels } from './application-row'
import { copy } from './copy'
import { DraftRow } from './draft-row'
import './groups.css'
import type { DraftRow as DraftOfList } from './my-applications'

export type Grouped = ReturnType<typeof groupProgress<RowWithParcels>>[number]

/** Drafts shown before the rest is asked for: what runs at the window comes after them. */
const draftsAtFirst = 3

/** The drafts, none of which has reached the window yet. */
export function Drafts({
  drafts,
  today,
  onDiscarded,
}: {
  readonly drafts: readonly DraftOfList[]
  readonly today: string
  readonly onDiscarded: () => void
}) {
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? drafts : drafts.slice(0, draftsAtFirst)
  return (
    <Card id="drafts" title={copy.drafts} aside={<Count count={drafts.length} isWhole />}>
      <Text className="groups__hint">{copy.draftHint}</Text>
      {shown.map((draft) => (
        <DraftRow key={draft.itemCode} draft={draft} today={today} onDiscarded={onDiscarded} />
      ))}
      {drafts.length > draftsAtFirst && (
        <More id="drafts-all" isOpen={isOpen} count={drafts.length} onTap={() => setOpen(!isOpen)} />
      )}
    </Card>
  )
}

/** Finished ones shown before the rest is asked for. */
const finishedAtFirst = 5

/** The applications of one group. */
export function Group({
  group,
  label,
  rows,
  isWhole,
  today,
  isSearching,
}: Grouped & { readonly isWhole: boolean; readonly today: string; readonly isSearching: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const isLong = group === 'finished' && rows.length > finishedAtFirst && !isSearching
  const shown = isLong && !isOpen ? rows.slice(0, finishedAtFirst) : rows
  return (
    <Card
      id={`group-${group}`}
      title={label}
      aside={<Count count={rows.length} isWhole={isWhole} />}
      {...(group === 'needs-you' ? { tone: 'amber' as const } : {})}
    >
      {shown.map((row) => (
        <ApplicationRow
          key={row.id}
          row={row}
          today={today}
          onTap={() => openPage(`/packages/applications/case/index?id=${row.id}`)}
        />
      ))}
      {isLong && <More id="finished-all" isOpen={isOpen} count={rows.length} onTap={() => setOpen(!isOpen)} />}
    </Card>
  )
}

/** Unfolds a group that is shown in part, and folds it again. */
function More({
  id,
  isOpen,
  count,
  onTap,
}: {
  readonly id: string
  readonly isOpen: boolean
  readonly count: number
  readonly onTap: () => void
}) {
  return (
    <Button id={id} kind="quiet" icon={isOpen ? 'up' : 'down'} onTap={onTap}>
      {isOpen ? copy.fewer : copy.all(count)}
    </Button>
  )
}

/** How many there are; `20+` while older ones are not read yet. */
function Count({ count, isWhole }: { readonly count: number; readonly isWhole: boolean }) {
  return <Text className="groups__count">{`${count}${isWhole ? '' : '+'} 件`}</Text>
}
