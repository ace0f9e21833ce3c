import { View } from '@tarojs/components'
import { itemFilters, type CatalogueChoice, type ItemFilter } from '@shared/domain/catalogue-filter'
import { audiences, type Audience } from '@shared/domain/item'
import { spoken } from '../../platform/spoken'
import { Chip } from '../../components/chip'
import { copy } from './copy'
import './filter-bar.css'

const filters = Object.keys(itemFilters) as readonly ItemFilter[]

/** What makes a matter easy, and whom it is for; all that is on holds together. */
export function FilterBar({
  choice,
  onChoose,
}: {
  readonly choice: CatalogueChoice
  readonly onChoose: (choice: CatalogueChoice) => void
}) {
  const toggle = (filter: ItemFilter) =>
    onChoose({
      ...choice,
      filters: choice.filters.includes(filter)
        ? choice.filters.filter((each) => each !== filter)
        : [...choice.filters, filter],
    })
  const { audience, ...rest } = choice
  return (
    <View className="filter-bar" {...spoken({ role: 'group', label: copy.filters })}>
      {(Object.entries(audiences) as [Audience, string][]).map(([key, label]) => (
        <Chip
          key={key}
          id={`audience-${key}`}
          isOn={audience === key}
          onTap={() => onChoose(audience === key ? rest : { ...rest, audience: key })}
        >
          {label}
        </Chip>
      ))}
      {filters.map((filter) => (
        <Chip key={filter} id={`filter-${filter}`} isOn={choice.filters.includes(filter)} onTap={() => toggle(filter)}>
          {itemFilters[filter].label}
        </Chip>
      ))}
    </View>
  )
}
