import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { chosenItems, type CatalogueChoice } from '@shared/domain/catalogue-filter'
import { searchEntries } from '@shared/domain/catalogue-search'
import { Screen } from '../../components/screen'
import { Problem, Skeleton } from '../../components/waiting'
import { useCatalogue } from '../../cloud/use-catalogue'
import { Browse } from './browse'
import { copy } from './copy'
import { FilterBar } from './filter-bar'
import { ItemList } from './item-list'
import { takeServicesRequest } from './open-services'
import { rememberSearch } from './recent-searches'
import { SearchBox } from './search-box'
import { SearchSuggestions } from './search-suggestions'

const nothingChosen: CatalogueChoice = { filters: [] }
/** More than any catalogue holds: the list itself shows a part at a time. */
const allMatches = 1000

/** 办事: find a matter by words, by browsing, by filters. */
export default function Services() {
  const { items, problem, reload } = useCatalogue()
  const [typed, setTyped] = useState('')
  /** The words the list is narrowed by; while the person types, suggestions are shown instead. */
  const [words, setWords] = useState('')
  const [isSearching, setSearching] = useState(false)
  const [choice, setChoice] = useState(nothingChosen)

  useDidShow(() => {
    const request = takeServicesRequest()
    if (request === undefined) return
    setTyped('')
    setWords('')
    setSearching(request.isSearching === true)
    setChoice({ ...nothingChosen, filters: request.filters ?? [] })
  })

  const finish = (text: string) => {
    setTyped(text)
    setWords(text.trim())
    setSearching(false)
    rememberSearch(text)
  }
  const reset = () => {
    setTyped('')
    setWords('')
    setChoice(nothingChosen)
  }
  const found = items === undefined || words === '' ? (items ?? []) : searchEntries(items, words, allMatches)
  const chosen = chosenItems(found, choice)
  const isWhole = words === '' && chosen.length === items?.length

  return (
    <Screen
      title={copy.title}
      header={
        <SearchBox
          typed={typed}
          isSearching={isSearching}
          onType={(text) => {
            setTyped(text)
            setSearching(true)
          }}
          onFocus={() => setSearching(true)}
          onFinish={() => finish(typed)}
          onCancel={() => {
            setTyped(words)
            setSearching(false)
          }}
          onClear={() => {
            setTyped('')
            setWords('')
          }}
        />
      }
    >
      {items === undefined ? (
        problem === undefined ? (
          <Skeleton />
        ) : (
          <Problem problem={problem} onRetry={() => void reload()} />
        )
      ) : isSearching ? (
        <SearchSuggestions items={items} typed={typed} onChoose={finish} />
      ) : (
        <>
          {words === '' && <Browse items={items} choice={choice} onChoose={setChoice} />}
          <FilterBar choice={choice} onChoose={setChoice} />
          <ItemList
            key={JSON.stringify([words, choice])}
            items={chosen}
            heading={isWhole ? copy.all(chosen.length) : copy.found(chosen.length)}
            words={words}
            {...(isWhole ? {} : { onReset: reset })}
          />
        </>
      )}
    </Screen>
  )
}
