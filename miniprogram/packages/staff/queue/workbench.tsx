import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { claimApplication, type ApplicationRow } from '@shared/contracts/applications'
import { countQueues } from '@shared/contracts/applications-decision'
import { mayCall } from '../../../cloud/may-call'
import { useQuery } from '../../../cloud/use-query'
import { Notice } from '../../../components/notice'
import { Empty } from '../../../components/waiting'
import { focusedWithin, focusElement } from '../../../platform/focus'
import { hasShortcuts, useShortcuts } from '../../../platform/shortcuts'
import { useWideScreen } from '../../../platform/wide-screen'
import { keyWords, queues, words, type Queue } from '../copy'
import { KeyList } from '../../../components/key-list'
import { Entrances } from './entrances'
import { QueueList } from './queue-list'
import { rowIdPrefix } from './queue-row'
import { ReviewCase } from '../case/review-case'
import type { Staff } from '../../../components/staff-only'
import { useClaiming } from '../use-claiming'
import { useQueue, type QueueFilter } from './use-queue'
import './workbench.css'

/** The queues, and on a wide screen the chosen case beside them. */
export function Workbench({ staff }: { readonly staff: Staff }) {
  const isWide = useWideScreen()
  const isReviewer = mayCall(claimApplication, staff)
  const [queue, setQueue] = useState(useAskedQueue())
  const [chosen, setChosen] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const [busyWith, setBusyWith] = useState<string>()
  const [isKeyListOpen, setKeyListOpen] = useState(false)
  const [filter, setFilter] = useState<QueueFilter>({})
  const [search, setSearch] = useState<string>()
  const pages = useQueue(queue, filter, search)
  const counts = useQuery(countQueues, filter)
  const canTake = isReviewer && search === undefined && queue === 'unclaimed'
  const claiming = useClaiming(isReviewer)

  const refresh = () => {
    void pages.reload()
    void counts.reload()
  }
  const open = (applicationId: string) => {
    setRefusal(undefined)
    if (!isWide) {
      void Taro.navigateTo({ url: `/packages/staff/case/index?id=${applicationId}` })
      return
    }
    setChosen(applicationId)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const take = async (row: ApplicationRow) => {
    setRefusal(undefined)
    setBusyWith(row.id)
    const reply = await claiming.claim(row.id)
    setBusyWith(undefined)
    if (reply?.ok === true) open(row.id)
    else if (reply?.error.code === 'ALREADY_CLAIMED') setRefusal(words.taken)
    else if (reply !== undefined) setRefusal(reply.error.code === 'FORBIDDEN' ? words.ownCase : reply.error.message)
    refresh()
  }
  const move = (by: 1 | -1) => {
    const rows = pages.rows ?? []
    const from = focusedWithin(rowIdPrefix) ?? chosen
    const at = rows.findIndex((row) => row.id === from)
    const next = rows[at < 0 ? 0 : at + by]
    if (next !== undefined) focusElement(`${rowIdPrefix}${next.id}`, 'sight')
  }
  const takeFocused = () => {
    const row = pages.rows?.find(({ id }) => id === focusedWithin(rowIdPrefix))
    if (row !== undefined && row.claim === undefined && canTake && !claiming.isBusy) void take(row)
  }
  useShortcuts([
    { key: 'j', run: () => move(1) },
    { key: 'k', run: () => move(-1) },
    { key: 'c', run: takeFocused },
    { key: '?', run: () => setKeyListOpen(true) },
  ])

  const list = (
    <>
      <Entrances staff={staff} {...(hasShortcuts && isWide ? { onShowKeys: () => setKeyListOpen(true) } : {})} />
      {!isReviewer && !(isWide && chosen !== undefined) && <Notice>{words.readOnly}</Notice>}
      <QueueList
        queue={queue}
        counts={counts.data?.counts}
        hasOwn={isReviewer}
        pages={pages}
        narrowing={{ departments: staff.departments, filter, search, onFilter: setFilter, onSearch: setSearch }}
        onRefresh={refresh}
        onQueue={(next) => {
          setRefusal(undefined)
          setSearch(undefined)
          setQueue(next)
        }}
        onOpen={(row) => open(row.id)}
        {...(isWide && chosen !== undefined ? { chosen } : {})}
        {...(refusal === undefined ? {} : { refusal })}
        {...(canTake
          ? { claim: { isBusy: claiming.isBusy, busyWith, take: (row: ApplicationRow) => void take(row) } }
          : {})}
      />
      {isKeyListOpen && <KeyList keys={keyWords.keys} onClose={() => setKeyListOpen(false)} />}
    </>
  )
  if (!isWide) return <View>{list}</View>
  return (
    <View className="workbench">
      <View className="workbench__list">{list}</View>
      <View className="workbench__case">
        {chosen === undefined ? (
          <Empty icon="list" title={words.chooseCase} detail={words.chooseCaseDetail} />
        ) : (
          <ReviewCase
            key={chosen}
            applicationId={chosen}
            staff={staff}
            claiming={claiming}
            onChanged={refresh}
            onOpen={open}
          />
        )}
      </View>
    </View>
  )
}

/** The queue that the address names, as a message does; else that of what nobody has. */
function useAskedQueue(): Queue {
  const { queue: asked = '' } = useRouter().params
  return (Object.keys(queues) as Queue[]).find((name) => name === asked) ?? 'unclaimed'
}
