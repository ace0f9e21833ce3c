import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { readCaseSearch } from '@shared/domain/case-search'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { ToolButton } from '../../../components/tool-button'
import { filterWords as words } from '../copy'
import './case-search.css'

/** Looks for a case by its number, or for a person's by theirs, which is recorded. */
export function CaseSearch({
  search,
  onSearch,
  beside,
}: {
  readonly search: string | undefined
  readonly onSearch: (text: string | undefined) => void
  readonly beside: ReactNode
}) {
  const [typed, setTyped] = useState(search ?? '')
  const [isWrong, setWrong] = useState(false)
  const asked = readCaseSearch(typed)
  const go = () => {
    setWrong(asked === undefined && typed.trim() !== '')
    if (asked !== undefined) onSearch(typed.trim())
  }
  const write = (text: string) => {
    setTyped(text)
    setWrong(false)
    if (text.trim() === '') onSearch(undefined)
  }
  return (
    <View>
      <View className="case-search">
        <View className="case-search__field">
          <TextInput
            id="case-search"
            kind="search"
            label={words.search}
            placeholder={words.searchHint}
            value={typed}
            maxLength={40}
            isWrong={isWrong}
            onChange={write}
            onConfirm={go}
          />
        </View>
        {typed.trim() === '' ? beside : <ToolButton id="case-search-go" icon="search" words={words.go} onTap={go} />}
      </View>
      {asked?.kind === 'person' && <Text className="case-search__hint">{words.recorded}</Text>}
      {isWrong && (
        <View className="case-search__wrong">
          <Notice id="case-search-wrong" tone="amber">
            {words.wrong}
          </Notice>
        </View>
      )}
      {search !== undefined && (
        <View className="case-search__results">
          <Text className="case-search__for">
            {readCaseSearch(search)?.kind === 'person' ? words.resultsOfPerson : words.results}
          </Text>
          <ToolButton id="case-search-back" icon="undo" words={words.back} onTap={() => write('')} />
        </View>
      )}
    </View>
  )
}
