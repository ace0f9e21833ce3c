import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { listRectifications, type RectificationView } from '@shared/contracts/surveys'
import type { OutputOf } from '@shared/contracts/contract'
import { keysOf } from '@shared/contracts/keys-of'
import { grades } from '@shared/domain/rating'
import {
  listOfRectification,
  rectificationLists,
  rectificationStates,
  type RectificationList,
} from '@shared/domain/rectification-workflow'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { serverToday } from '../../../cloud/server-time'
import { usePages } from '../../../cloud/use-pages'
import { showTop } from '../../../platform/show-part'
import { rectificationWords as text, words } from '../copy'
import { ListRow } from '../list-row'
import { SplitView } from '../split-view'
import './rectification-desk.css'
import { RectificationDetail } from './rectification-detail'

const rowsOf = ({ rectifications, next }: OutputOf<typeof listRectifications>) => ({ rows: rectifications, next })

export function RectificationDesk() {
  const [list, setList] = useState(useAskedList())
  const [chosen, setChosen] = useState<RectificationView>()
  const pages = usePages<typeof listRectifications, RectificationView>(listRectifications, { list }, rowsOf)
  const { rows, problem } = pages
  const open = (rectification: RectificationView) => {
    setChosen(rectification)
    showTop()
  }
  const changed = (rectification: RectificationView) => {
    setChosen(rectification)
    const next = listOfRectification[rectification.state]
    // Where it moved to another list, the list goes with it.
    if (next === list) void pages.reload()
    else setList(next)
  }
  const shownList = (
    <>
      <View className="rectification-desk__lists">
        {keysOf(rectificationLists).map((each) => (
          <Chip
            key={each}
            id={`list-${each}`}
            isOn={each === list}
            onTap={() => {
              setChosen(undefined)
              setList(each)
            }}
          >
            {rectificationLists[each]}
          </Chip>
        ))}
      </View>
      {rows === undefined && problem === undefined && <Skeleton cards={3} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void pages.reload()} />}
      {rows !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.length === 0 && <Empty icon="star" {...text.empty[list]} />}
      {rows?.map((row) => (
        <ListRow
          key={row.id}
          id={`rectification-${row.id}`}
          title={row.about}
          lines={[row.department, text.count(grades[row.grade].label, row.author ?? text.anonymous)]}
          isChosen={row.id === chosen?.id}
          tags={
            <>
              <Tag tone="accent">{rectificationStates[row.state].label}</Tag>
              {row.clock !== undefined && <DeadlineTag deadline={row.clock} today={serverToday()} />}
            </>
          }
          onOpen={() => open(row)}
        />
      ))}
      {pages.hasMore && (
        <Button
          id="rectifications-more"
          kind="quiet"
          busy={pages.isLoading && words.loadingMore}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
    </>
  )
  return (
    <SplitView
      list={shownList}
      chosen={
        chosen === undefined ? undefined : (
          <RectificationDetail
            key={`${chosen.id}/${String(chosen.version)}`}
            rectification={chosen}
            onChanged={changed}
            onMovedOn={() => {
              setChosen(undefined)
              void pages.reload()
            }}
          />
        )
      }
      empty={<Empty icon="list" title={text.choose} detail={text.chooseDetail} />}
      onBack={() => setChosen(undefined)}
    />
  )
}

/** The list that the address names, as a message does; else what has to be done. */
function useAskedList(): RectificationList {
  const { list: asked = '' } = useRouter().params
  return keysOf(rectificationLists).find((each) => each === asked) ?? 'open'
}
