import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { keysOf } from '@shared/contracts/keys-of'
import { exportUrgent, getBoard } from '@shared/contracts/supervision'
import { formatDateTime } from '@shared/domain/civil-time'
import { serverToday } from '../../../cloud/server-time'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Problem, Skeleton } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { useWideScreen } from '../../../platform/wide-screen'
import { boardWords } from '../copy'
import { ExportButton } from '../export-button'
import { BoardTotals } from './board-totals'
import { DepartmentList, type Place } from './department-list'
import { UrgentChart } from './urgent-chart'
import { UrgentList } from './urgent-list'
import './deadlines-board.css'

/** The counts, then who has them, and the cases of whatever was chosen; on a wide screen beside each other. */
export function DeadlinesBoard() {
  const { data: board, problem, reload } = useQuery(getBoard, {})
  const isWide = useWideScreen()
  const [place, setPlace] = useState<Place>({})
  /** What a phone shows of the two. */
  const [view, setView] = useState<keyof typeof boardWords.views>('places')
  if (board === undefined) {
    return problem === undefined ? <Skeleton cards={4} /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  const choose = (chosen: Place) => {
    setPlace(isSame(chosen, place) ? {} : chosen)
    setView('cases')
  }
  const departments = (
    <>
      <UrgentChart board={board} />
      <DepartmentList board={board} place={place} onChoose={choose} />
    </>
  )
  const cases = (
    <UrgentList key={JSON.stringify(place)} place={place} hasTitle={isWide} onShowAll={() => setPlace({})} />
  )
  return (
    <View>
      {problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      <BoardTotals board={board} />
      <View className="deadlines-board__tools">
        <Text className="deadlines-board__counted">{boardWords.countedAt(formatDateTime(board.countedAt))}</Text>
        <Button
          id="to-figures"
          kind="secondary"
          small
          icon="list"
          onTap={() => openPage('/packages/supervision/figures/index')}
        >
          {boardWords.figures}
        </Button>
        <ExportButton id="export-urgent" contract={exportUrgent} input={place} name={boardWords.file(serverToday())} />
      </View>
      {isWide ? (
        <View className="deadlines-board__halves">
          <View className="deadlines-board__half">{departments}</View>
          <View className="deadlines-board__half">{cases}</View>
        </View>
      ) : (
        <>
          <View className="deadlines-board__views">
            {keysOf(boardWords.views).map((each) => (
              <Chip key={each} id={`view-${each}`} isOn={each === view} onTap={() => setView(each)}>
                {boardWords.views[each]}
              </Chip>
            ))}
          </View>
          {view === 'places' ? departments : cases}
        </>
      )}
    </View>
  )
}

const isSame = (one: Place, other: Place) => one.department === other.department && one.window === other.window
