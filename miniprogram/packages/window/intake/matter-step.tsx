import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ListedItem } from '@shared/contracts/catalogue'
import { searchEntries } from '@shared/domain/catalogue-search'
import { limitInWords } from '@shared/domain/time-limit'
import { useSession } from '../../../cloud/session'
import { useCatalogue } from '../../../cloud/use-catalogue'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Row } from '../../../components/row'
import { TextInput } from '../../../components/text-input'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { intakeWords } from '../copy'
import './matter-step.css'

const step = 12
const allMatches = 1000

/** The matter, out of those of the member's departments. */
export function MatterStep({
  matter,
  onChoose,
}: {
  /** What the person said they came for. */
  readonly matter: string
  readonly onChoose: (item: ListedItem) => void
}) {
  const session = useSession()
  const { items, problem, reload } = useCatalogue()
  const [typed, setTyped] = useState(matter)
  const [shown, setShown] = useState(step)
  if (items === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  const departments = session.kind === 'known' ? (session.staff?.departments ?? []) : []
  const mine = items.filter(({ department }) => departments.includes(department))
  const words = typed.trim()
  const found = words === '' ? mine : searchEntries(mine, words, allMatches)
  return (
    <Card id="matters" title={intakeWords.matter}>
      <View className="matter-step__search">
        <TextInput
          id="matter-search"
          label={intakeWords.search}
          placeholder={intakeWords.searchHint}
          kind="search"
          value={typed}
          maxLength={40}
          onChange={(text) => {
            setTyped(text)
            setShown(step)
          }}
        />
      </View>
      <Text className="matter-step__hint">{`${intakeWords.onlyMine} ${intakeWords.found(found.length)}`}</Text>
      {found.length === 0 && <Empty icon="search" title={intakeWords.nothing} detail={intakeWords.nothingDetail} />}
      {found.slice(0, shown).map((item) => (
        <Row
          key={item.code}
          id={`matter-${item.code}`}
          title={item.name}
          detail={`${item.department} · ${limitInWords(item.committed)}`}
          onTap={() => onChoose(item)}
        />
      ))}
      {found.length > shown && (
        <Button id="more-matters" kind="quiet" onTap={() => setShown(shown + step)}>
          {intakeWords.more}
        </Button>
      )}
    </Card>
  )
}
