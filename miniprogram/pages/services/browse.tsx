import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { countBy, departmentsOf, type CatalogueChoice } from '@shared/domain/catalogue-filter'
import { lifeEvents, serviceAreas, type ItemSummary, type LifeEvent, type ServiceArea } from '@shared/domain/item'
import { Card } from '../../components/card'
import { classNames } from '../../components/class-names'
import { Tappable } from '../../components/tappable'
import { spoken } from '../../platform/spoken'
import './browse.css'
import { Chip } from '../../components/chip'
import { copy } from './copy'

type Way = keyof typeof copy.browse
const ways = Object.keys(copy.browse) as readonly Way[]

/** Three ways to the same matters: what happened in one's life, who is in charge, where in the building. */
export function Browse({
  items,
  choice,
  onChoose,
}: {
  readonly items: readonly ItemSummary[]
  readonly choice: CatalogueChoice
  readonly onChoose: (choice: CatalogueChoice) => void
}) {
  const [way, setWay] = useState<Way>('lifeEvent')
  const { audience, filters } = choice
  /** Choosing one of the answers takes the place of the last, and once more takes it back. */
  const pick = (next: Pick<CatalogueChoice, 'lifeEvent' | 'department' | 'area'>, isOn: boolean) =>
    onChoose({ filters, ...(audience === undefined ? {} : { audience }), ...(isOn ? {} : next) })
  return (
    <Card>
      <View className="browse__ways" {...spoken({ role: 'group', label: copy.browseLabel })}>
        {ways.map((each) => (
          <Tappable
            key={each}
            id={`browse-${each}`}
            className={classNames('browse__way', each === way && 'browse__way--on')}
            pressed={each === way}
            onTap={() => setWay(each)}
          >
            <Text>{copy.browse[each]}</Text>
          </Tappable>
        ))}
      </View>
      <View className="browse__answers">
        {answersOf(way, items).map(({ key, words, count, picks }) => {
          const isOn = choice[way] === key
          return (
            <Chip key={key} id={`browse-${key}`} isOn={isOn} count={count} onTap={() => pick(picks, isOn)}>
              {words}
            </Chip>
          )
        })}
      </View>
    </Card>
  )
}

interface Answer {
  readonly key: string
  readonly words: string
  readonly count: number
  readonly picks: Pick<CatalogueChoice, 'lifeEvent' | 'department' | 'area'>
}

function answersOf(way: Way, items: readonly ItemSummary[]): readonly Answer[] {
  switch (way) {
    case 'lifeEvent': {
      const counts = countBy(items, (item) => item.lifeEvents)
      return (Object.entries(lifeEvents) as [LifeEvent, string][]).flatMap(([key, words]) => {
        const count = counts.get(key)
        return count === undefined ? [] : [{ key, words, count, picks: { lifeEvent: key } }]
      })
    }
    case 'department':
      return departmentsOf(items).map(({ name, items: count }) => ({
        key: name,
        words: name,
        count,
        picks: { department: name },
      }))
    case 'area': {
      const counts = countBy(items, (item) => [item.area])
      return (Object.entries(serviceAreas) as [ServiceArea, string][]).flatMap(([key, name]) => {
        const count = counts.get(key)
        return count === undefined ? [] : [{ key, words: copy.areaName(key, name), count, picks: { area: key } }]
      })
    }
  }
}
