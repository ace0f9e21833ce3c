import { useState } from 'react'
import { View } from '@tarojs/components'
import { listReceivedItems } from '@shared/contracts/applications'
import { urgencies } from '@shared/contracts/supervision'
import { useQuery } from '../../../cloud/use-query'
import { Tappable } from '../../../components/tappable'
import { ToolButton } from '../../../components/tool-button'
import { Icon } from '../../../components/icon'
import { filterWords as words } from '../copy'
import { CaseSearch } from './case-search'
import { FilterPanel } from './filter-panel'
import type { QueueFilter } from './use-queue'
import './queue-tools.css'

/** Looks for one case, and narrows the queues; what they are narrowed to stays in sight. */
export function QueueTools({
  departments,
  filter,
  search,
  onFilter,
  onSearch,
}: {
  /** The member's. */
  readonly departments: readonly string[]
  readonly filter: QueueFilter
  readonly search: string | undefined
  readonly onFilter: (filter: QueueFilter) => void
  /** Undefined: back to the queue. */
  readonly onSearch: (text: string | undefined) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const isSearch = search !== undefined
  const count = Object.keys(filter).length
  const items = useQuery(listReceivedItems, isOpen || filter.itemCode !== undefined ? {} : undefined)
  return (
    <View className="queue-tools">
      <CaseSearch
        search={search}
        onSearch={onSearch}
        beside={
          <ToolButton
            id="queue-filter"
            icon="filter"
            words={words.filter}
            label={count === 0 ? words.filter : words.filterCount(count)}
            isOn={isOpen}
            onTap={() => setOpen(!isOpen)}
          />
        }
      />
      {isOpen && !isSearch && (
        <FilterPanel departments={departments} items={items} filter={filter} onFilter={onFilter} />
      )}
      {!isOpen && !isSearch && count > 0 && <Narrowed filter={filter} items={items.data?.items} onFilter={onFilter} />}
    </View>
  )
}

/** What the queues are narrowed to, each to be taken away by a tap. */
function Narrowed({
  filter,
  items,
  onFilter,
}: {
  readonly filter: QueueFilter
  readonly items: readonly { readonly code: string; readonly name: string }[] | undefined
  readonly onFilter: (filter: QueueFilter) => void
}) {
  const { due, department, itemCode, ...none } = filter
  const item = itemCode === undefined ? {} : { itemCode }
  const colour = due === undefined ? {} : { due }
  const parts = [
    {
      id: 'without-due',
      said: due === undefined ? undefined : urgencies[due],
      rest: { ...none, ...item, ...(department === undefined ? {} : { department }) },
    },
    // An item belongs to its department: both go.
    { id: 'without-department', said: department, rest: { ...none, ...colour } },
    {
      id: 'without-item',
      said: itemCode === undefined ? undefined : (items?.find(({ code }) => code === itemCode)?.name ?? words.item),
      rest: { ...none, ...colour, ...(department === undefined ? {} : { department }) },
    },
  ]
  return (
    <View className="queue-tools__narrowed">
      {parts.map(
        ({ id, said, rest }) =>
          said !== undefined && (
            <Tappable
              key={id}
              id={id}
              className="queue-tools__part"
              label={words.without(said)}
              onTap={() => onFilter(rest)}
            >
              <View className="queue-tools__inner">
                <View className="queue-tools__said">{said}</View>
                <Icon name="close" size="s" />
              </View>
            </Tappable>
          ),
      )}
    </View>
  )
}
