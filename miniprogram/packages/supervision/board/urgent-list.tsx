import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { urgencies, type Urgency } from '@shared/contracts/supervision'
import { keysOf } from '@shared/contracts/keys-of'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { boardWords, words } from '../copy'
import type { Place } from './department-list'
import { UrgentRow } from './urgent-row'
import { useUrgent } from './use-urgent'
import './urgent-list.css'

/** The red or amber cases of a place, page by page. */
export function UrgentList({
  place,
  hasTitle,
  onShowAll,
}: {
  readonly place: Place
  /** Where nothing else says what these are. */
  readonly hasTitle: boolean
  readonly onShowAll: () => void
}) {
  const [urgency, setUrgency] = useState<Urgency>('red')
  const chosen = place.window ?? place.department
  return (
    <View>
      <View className="urgent-list__head">
        {hasTitle && <Text className="urgent-list__title">{boardWords.list}</Text>}
        <View className="urgent-list__chips">
          {keysOf(urgencies).map((each) => (
            <Chip key={each} id={`urgency-${each}`} isOn={each === urgency} onTap={() => setUrgency(each)}>
              {urgencies[each]}
            </Chip>
          ))}
        </View>
      </View>
      {chosen !== undefined && (
        <View className="urgent-list__only">
          <Text className="urgent-list__place">{boardWords.only(chosen)}</Text>
          <Button id="show-all" kind="quiet" small onTap={onShowAll}>
            {boardWords.showAll}
          </Button>
        </View>
      )}
      <Cases key={urgency} urgency={urgency} place={place} />
    </View>
  )
}

function Cases({ urgency, place }: { readonly urgency: Urgency; readonly place: Place }) {
  const { cases, problem, isLoading, hasMore, reload, loadMore } = useUrgent({ urgency, ...place })
  return (
    <View>
      {cases === undefined && problem === undefined && <Skeleton cards={3} />}
      {cases === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void reload()} />}
      {cases !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {cases?.length === 0 && (
        <Empty icon="check-circle" title={boardWords.none[urgency]} detail={boardWords.noneDetail} />
      )}
      {cases?.map((each) => (
        <UrgentRow key={each.id} row={each} urgency={urgency} />
      ))}
      {hasMore && (
        <Button id="urgent-more" kind="quiet" busy={isLoading && words.loadingMore} onTap={() => void loadMore()}>
          {words.more}
        </Button>
      )}
    </View>
  )
}
