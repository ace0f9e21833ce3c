import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { copy } from '../copy'
import './flaw-list.css'
import type { PlacedFlaw } from './parts/section-props'

/** As many as are in sight before somebody asks for all. */
const atFirst = 5

/** What has to be mended before publication; each leads to its place. */
export function FlawList({
  flaws,
  onJump,
}: {
  readonly flaws: readonly PlacedFlaw[]
  readonly onJump?: (flaw: PlacedFlaw) => void
}) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? flaws : flaws.slice(0, atFirst)
  return (
    <Card
      id="flaws"
      title={copy.edit.check}
      aside={
        <Tag tone={flaws.length === 0 ? 'green' : 'red'}>
          {flaws.length === 0 ? copy.edit.noFlaws : copy.edit.flaws(flaws.length)}
        </Tag>
      }
    >
      <Text className="flaw-list__hint">{flaws.length === 0 ? copy.edit.allRight : copy.edit.checkDetail}</Text>
      {shown.map((flaw, place) => (
        <Tappable
          key={`${flaw.words}${flaw.sentence}`}
          id={`flaw-${String(place)}`}
          className="flaw-list__flaw"
          onTap={() => onJump?.(flaw)}
        >
          <View className="flaw-list__inner">
            <View className="flaw-list__words">
              <Text className="flaw-list__place">{flaw.words}</Text>
              <Text>{flaw.sentence}</Text>
            </View>
            <Icon name="forward" size="s" />
          </View>
        </Tappable>
      ))}
      {shown.length < flaws.length && (
        <Button id="all-flaws" kind="quiet" small onTap={() => setWhole(true)}>
          {`${copy.edit.flaws(flaws.length)} · ${copy.parts.open}`}
        </Button>
      )}
    </Card>
  )
}
