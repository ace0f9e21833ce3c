import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { listReceivedItems } from '@shared/contracts/applications'
import { urgencies, type Urgency } from '@shared/contracts/supervision'
import type { useQuery } from '../../../cloud/use-query'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { ToolButton } from '../../../components/tool-button'
import { Problem, Skeleton } from '../../../components/waiting'
import { filterWords as words } from '../copy'
import './filter-panel.css'
import type { QueueFilter } from './use-queue'

/** More departments than this open beneath. */
const mostInSight = 6
const colours = Object.keys(urgencies) as Urgency[]

/** By what the queues can be narrowed: how urgent, the department of several, and an item of it. */
export function FilterPanel({
  departments,
  items,
  filter,
  onFilter,
}: {
  readonly departments: readonly string[]
  readonly items: ReturnType<typeof useQuery<typeof listReceivedItems>>
  readonly filter: QueueFilter
  readonly onFilter: (filter: QueueFilter) => void
}) {
  const { due, department, itemCode, ...none } = filter
  const hasSeveral = departments.length > 1
  const colour = due === undefined ? {} : { due }
  const place = department === undefined ? {} : { department }
  const item = itemCode === undefined ? {} : { itemCode }
  const [isUnfolded, setUnfolded] = useState(false)
  const isLong = departments.length > mostInSight
  const shown = isLong && !isUnfolded ? departments.filter((each) => each === department) : departments
  const offered = items.data?.items.filter((each) => !hasSeveral || each.department === department)
  return (
    <View className="filter-panel">
      <Card>
        <Choices title={words.due}>
          <Chip id="due-any" isOn={due === undefined} onTap={() => onFilter({ ...none, ...place, ...item })}>
            {words.any}
          </Chip>
          {colours.map((each) => (
            <Chip
              key={each}
              id={`due-${each}`}
              isOn={due === each}
              onTap={() => onFilter({ ...none, ...place, ...item, due: each })}
            >
              {urgencies[each]}
            </Chip>
          ))}
        </Choices>
        {hasSeveral && (
          <Choices title={words.department}>
            <Chip
              id="filter-department-any"
              isOn={department === undefined}
              onTap={() => onFilter({ ...none, ...colour })}
            >
              {words.any}
            </Chip>
            {shown.map((each) => (
              <Chip
                key={each}
                id={`filter-department-${each}`}
                isOn={department === each}
                onTap={() => {
                  setUnfolded(false)
                  onFilter({ ...none, ...colour, department: each })
                }}
              >
                {each}
              </Chip>
            ))}
            {isLong && (
              <ToolButton
                id="filter-departments"
                words={isUnfolded ? words.fold : words.departments(departments.length)}
                iconAfter={isUnfolded ? 'up' : 'down'}
                onTap={() => setUnfolded(!isUnfolded)}
              />
            )}
          </Choices>
        )}
        <Choices title={words.item}>
          {hasSeveral && department === undefined ? (
            <Text className="filter-panel__hint">{words.itemOfDepartment}</Text>
          ) : offered === undefined ? (
            items.problem === undefined ? (
              <Skeleton cards={1} />
            ) : (
              <Problem problem={items.problem} onRetry={() => void items.reload()} />
            )
          ) : offered.length === 0 ? (
            <Text className="filter-panel__hint">{words.noItems}</Text>
          ) : (
            <>
              <Chip
                id="filter-item-any"
                isOn={itemCode === undefined}
                onTap={() => onFilter({ ...none, ...colour, ...place })}
              >
                {words.any}
              </Chip>
              {offered.map(({ code, name }) => (
                <Chip
                  key={code}
                  id={`filter-item-${code}`}
                  isOn={itemCode === code}
                  onTap={() => onFilter({ ...none, ...colour, ...place, itemCode: code })}
                >
                  {name}
                </Chip>
              ))}
            </>
          )}
        </Choices>
        {Object.keys(filter).length > 0 && (
          <ToolButton id="filter-clear" icon="undo" words={words.clear} onTap={() => onFilter({})} />
        )}
      </Card>
    </View>
  )
}

function Choices({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <View className="filter-panel__choices">
      <Text className="filter-panel__title">{title}</Text>
      <View className="filter-panel__chips">{children}</View>
    </View>
  )
}
