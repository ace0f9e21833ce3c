import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ListedItem } from '@shared/contracts/catalogue'
import { searchEntries } from '@shared/domain/catalogue-search'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { Tappable } from '../../components/tappable'
import { openPage } from '../../platform/open-page'
import { copy } from './copy'
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches'
import { NothingFound } from './nothing-found'
import './search-suggestions.css'

const mostShown = 8
const allMatches = 1000

/** What the person may mean while typing; before that, what they searched for last. */
export function SearchSuggestions({
  items,
  typed,
  onChoose,
}: {
  readonly items: readonly ListedItem[]
  readonly typed: string
  /** Shows the list of all that fits. */
  readonly onChoose: (words: string) => void
}) {
  const words = typed.trim()
  if (words === '') return <RecentSearches onChoose={onChoose} />
  const found = searchEntries(items, words, allMatches)
  if (found.length === 0) return <NothingFound words={words} />
  return (
    <Card id="suggestions">
      {found.slice(0, mostShown).map(({ code, name, department }) => (
        <Row
          key={code}
          id={`suggestion-${code}`}
          title={name}
          detail={department}
          onTap={() => {
            rememberSearch(words)
            openPage(`/packages/catalogue/guide/index?code=${code}`)
          }}
        />
      ))}
      {found.length > mostShown && (
        <Button id="suggestions-all" kind="quiet" onTap={() => onChoose(words)}>
          {copy.seeAll(found.length)}
        </Button>
      )}
    </Card>
  )
}

function RecentSearches({ onChoose }: { readonly onChoose: (words: string) => void }) {
  const [recent, setRecent] = useState(recentSearches)
  if (recent.length === 0) return <Text className="search-suggestions__hint">{copy.searchHint}</Text>
  return (
    <Card
      id="recent-searches"
      title={copy.recent}
      aside={
        <Button
          id="forget-searches"
          kind="quiet"
          small
          onTap={() => {
            forgetSearches()
            setRecent([])
          }}
        >
          {copy.forget}
        </Button>
      }
    >
      <View className="search-suggestions__recent">
        {recent.map((words) => (
          <Tappable key={words} className="search-suggestions__word" onTap={() => onChoose(words)}>
            <Text>{words}</Text>
          </Tappable>
        ))}
      </View>
    </Card>
  )
}
