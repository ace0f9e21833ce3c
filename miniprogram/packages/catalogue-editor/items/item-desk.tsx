import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { listEditableItems, type EditableRow } from '@shared/contracts/catalogue-editing'
import { itemStandings, type ItemStanding } from '@shared/domain/item-standing'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { classNames } from '../../../components/class-names'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { useWideScreen } from '../../../platform/wide-screen'
import { copy } from '../copy'
import { DepartmentFilter } from '../department-filter'
import './item-desk.css'
import { ItemRow } from './item-row'
import { NewItem } from './new-item'

/** What the list shows: all, those with a draft, or those that stand so. */
type Shown = 'all' | 'draft' | ItemStanding
const shownWords: Readonly<Record<Shown, string>> = {
  all: copy.items.all,
  draft: copy.items.withDraft,
  unpublished: itemStandings.unpublished.label,
  published: itemStandings.published.label,
  retired: itemStandings.retired.label,
}

/** The list with its search, and the ways to new items. */
export function ItemDesk() {
  const { data, problem, reload } = useQuery(listEditableItems, {})
  const isWide = useWideScreen()
  const [words, setWords] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [department, setDepartment] = useState<string>()
  const [isCreating, setCreating] = useState(false)
  if (data === undefined) {
    return problem === undefined ? <Skeleton cards={5} /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  const inDepartment = data.items.filter((item) => department === undefined || item.department === department)
  const found = inDepartment.filter((item) => fits(item, words)).filter((item) => isShown(item, shown))
  const count = (each: Shown) => inDepartment.filter((item) => isShown(item, each)).length
  const clear = () => {
    setWords('')
    setShown('all')
    setDepartment(undefined)
  }
  return (
    <View>
      {problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      <View className="item-desk__top">
        <View className="item-desk__search">
          <TextInput
            id="item-search"
            label={copy.items.search}
            placeholder={copy.items.search}
            kind="search"
            value={words}
            maxLength={40}
            onChange={setWords}
          />
        </View>
        <View className="item-desk__ways">
          <Button id="create-item" icon="plus" small onTap={() => setCreating(true)}>
            {copy.items.create}
          </Button>
          <Button
            id="to-transfer"
            kind="secondary"
            icon="download"
            small
            onTap={() => openPage('/packages/catalogue-editor/transfer/index')}
          >
            {copy.items.transfer}
          </Button>
        </View>
      </View>
      {isCreating && <NewItem items={data.items} departments={data.departments} onCancel={() => setCreating(false)} />}
      <View className="item-desk__filters">
        {(Object.keys(shownWords) as Shown[]).map((each) => (
          <Chip key={each} id={`show-${each}`} isOn={each === shown} count={count(each)} onTap={() => setShown(each)}>
            {shownWords[each]}
          </Chip>
        ))}
      </View>
      {data.departments.length > 1 && (
        <DepartmentFilter
          all={copy.items.allDepartments}
          departments={data.departments}
          chosen={department}
          onChoose={setDepartment}
        />
      )}
      {found.length === 0 ? (
        <Empty
          icon="search"
          title={copy.items.none}
          detail={copy.items.noneDetail}
          action={{ id: 'clear-filters', words: copy.items.clear, onTap: clear }}
        />
      ) : (
        <>
          <Text className="item-desk__count">{copy.items.count(found.length)}</Text>
          <View className={classNames('item-desk__grid', isWide && 'item-desk__grid--wide')}>
            {found.map((item) => (
              <ItemRow key={item.code} item={item} />
            ))}
          </View>
        </>
      )}
    </View>
  )
}

function fits({ name, code }: EditableRow, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return name.toLowerCase().includes(wanted) || code.includes(wanted)
}

function isShown({ standing, draft }: EditableRow, shown: Shown): boolean {
  if (shown === 'all') return true
  return shown === 'draft' ? draft !== undefined : standing === shown
}
