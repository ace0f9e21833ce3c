import { useState } from 'react'
import { View } from '@tarojs/components'
import { findAtDesk, type DeskRow } from '@shared/contracts/deliveries'
import { useQuery } from '../../../cloud/use-query'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { itemWords } from '../copy'
import type { News } from '../news'
import { useLabels } from '../use-paper'
import { ItemDetail } from './item-detail'

/** The item with this code, the one of the id where there are several; what was done to it is said on top. */
export function ItemAlone({ code, id }: { readonly code: string; readonly id: string }) {
  const { data, problem, reload } = useQuery(findAtDesk, { text: code })
  const labels = useLabels()
  const [changed, setChanged] = useState<DeskRow>()
  const [news, setNews] = useState<News>()
  if (data === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  const found = data.rows.find((row) => row.id === id) ?? data.rows[0]
  // What a command has answered is newer than what was found before it.
  const row = changed !== undefined && changed.version >= (found?.version ?? 0) ? changed : found
  if (row === undefined) return <Empty icon="parcel" title={itemWords.notFound} />
  return (
    <View>
      {news !== undefined && (
        <Notice id="desk-news" tone={news.tone}>
          {news.words}
        </Notice>
      )}
      <ItemDetail
        key={row.version}
        row={row}
        labels={labels}
        onPrinted={() => setChanged({ ...row, label: 'printed' })}
        onChanged={(next, said) => {
          setChanged(next)
          setNews(said)
        }}
      />
    </View>
  )
}
