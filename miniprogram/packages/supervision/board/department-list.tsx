import { Text, View } from '@tarojs/components'
import type { Board } from '@shared/contracts/supervision'
import { Card } from '../../../components/card'
import { classNames } from '../../../components/class-names'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { Empty } from '../../../components/waiting'
import { boardWords } from '../copy'
import './department-list.css'

/** What the cases are narrowed to. */
export interface Place {
  readonly department?: string
  readonly window?: string
}
type Department = Board['departments'][number]
type Counts = Pick<Department, 'running' | 'amber' | 'red'>

/** The most urgent first. */
export const byUrgency = (one: Counts, other: Counts): number =>
  other.red - one.red || other.amber - one.amber || other.running - one.running

/** Departments with anything running, the most urgent first, each with its windows. */
export function DepartmentList({
  board,
  place,
  onChoose,
}: {
  readonly board: Board
  readonly place: Place
  readonly onChoose: (place: Place) => void
}) {
  const busy = board.departments.filter(({ running }) => running > 0).sort(byUrgency)
  const quiet = board.departments.length - busy.length
  if (busy.length === 0) {
    return <Empty icon="check-circle" title={boardWords.allQuiet} detail={boardWords.allQuietDetail} />
  }
  return (
    <Card title={boardWords.byDepartment}>
      {busy.map((each) => (
        <View key={each.department} className="department-list__department">
          <Line
            id={`department-${each.department}`}
            name={each.department}
            counts={each}
            isChosen={place.department === each.department && place.window === undefined}
            onTap={() => onChoose({ department: each.department })}
          />
          {each.windows.length > 1 &&
            each.windows
              .filter(({ running }) => running > 0)
              .sort(byUrgency)
              .map((window) => (
                <Line
                  key={window.window}
                  id={`window-${window.window}`}
                  isWithin
                  name={window.window}
                  counts={window}
                  isChosen={place.department === each.department && place.window === window.window}
                  onTap={() => onChoose({ department: each.department, window: window.window })}
                />
              ))}
        </View>
      ))}
      {quiet > 0 && <Text className="department-list__quiet">{boardWords.quiet(quiet)}</Text>}
    </Card>
  )
}

function Line({
  id,
  name,
  counts,
  isWithin = false,
  isChosen,
  onTap,
}: {
  readonly id: string
  readonly name: string
  readonly counts: Counts
  readonly isWithin?: boolean
  readonly isChosen: boolean
  readonly onTap: () => void
}) {
  const { running, amber, red } = counts
  return (
    <Tappable
      id={id}
      className={classNames(
        'department-list__line',
        isWithin && 'department-list__line--within',
        isChosen && 'department-list__line--chosen',
      )}
      pressed={isChosen}
      label={boardWords.spoken(name, running, amber, red)}
      onTap={onTap}
    >
      <View className="department-list__inner">
        <View className="department-list__words">
          <Text className="department-list__name">{name}</Text>
          <View className="department-list__tags">
            <Tag>{`${boardWords.running}${String(running)}`}</Tag>
            {amber > 0 && <Tag tone="amber">{`${boardWords.amber}${String(amber)}`}</Tag>}
            {red > 0 && <Tag tone="red">{`${boardWords.red}${String(red)}`}</Tag>}
          </View>
        </View>
      </View>
    </Tappable>
  )
}
