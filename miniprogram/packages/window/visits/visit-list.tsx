import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { listHomeVisits, type HomeVisitView } from '@shared/contracts/applications-window'
import { useQuery } from '../../../cloud/use-query'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { spoken } from '../../../platform/spoken'
import { visitWords } from '../copy'
import { VisitCard } from './visit-card'
import { visitGroups } from './visit-groups'
import './visit-list.css'

/** The visits that wait, by what for, or those that are over. */
export function VisitList() {
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <View className="visit-list__tabs">
        <Chip id="visits-open" isOn={isOpen} onTap={() => setOpen(true)}>
          {visitWords.open}
        </Chip>
        <Chip id="visits-done" isOn={!isOpen} onTap={() => setOpen(false)}>
          {visitWords.done}
        </Chip>
      </View>
      <Visits key={String(isOpen)} isOpen={isOpen} />
    </>
  )
}

function Visits({ isOpen }: { readonly isOpen: boolean }) {
  const { data, problem, reload } = useQuery(listHomeVisits, { open: isOpen })
  const [news, setNews] = useState<string>()
  if (data === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  const card = (visit: HomeVisitView) => (
    <VisitCard
      key={visit.id}
      visit={visit}
      onDone={(words) => {
        setNews(words)
        void reload()
      }}
    />
  )
  const groups = visitGroups(data.visits)
  return (
    <>
      {problem !== undefined && <Notice tone="amber">{problem.message}</Notice>}
      {news !== undefined && (
        <Notice id="visit-news" tone="green">
          {news}
        </Notice>
      )}
      {data.visits.length === 0 && (
        <Empty
          icon="map"
          title={isOpen ? visitWords.empty : visitWords.emptyDone}
          {...(isOpen ? { detail: visitWords.emptyDetail } : {})}
        />
      )}
      {isOpen
        ? (Object.keys(visitWords.groups) as (keyof typeof visitWords.groups)[]).map(
            (name) =>
              groups[name].length > 0 && (
                <View key={name}>
                  <View className="visit-list__group" {...spoken({ role: 'heading' })}>
                    <Text>{`${visitWords.groups[name]} ${String(groups[name].length)}`}</Text>
                  </View>
                  {groups[name].map(card)}
                </View>
              ),
          )
        : data.visits.map(card)}
    </>
  )
}
