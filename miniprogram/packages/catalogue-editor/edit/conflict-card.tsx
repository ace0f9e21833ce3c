import { Text, View } from '@tarojs/components'
import { itemParts } from '@shared/domain/item-changes'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { copy } from '../copy'
import './conflict-card.css'
import type { ItemAutosave } from './item-autosave'

/** The card's place on the page. */
export const conflictId = 'conflict'

/** Two editors changed the same parts: this one decides whose stand. */
export function ConflictCard({
  conflict,
  onSettle,
}: {
  readonly conflict: NonNullable<ItemAutosave['conflict']>
  readonly onSettle: (preferred: 'mine' | 'theirs') => void
}) {
  const parts = conflict.parts.map((part) => itemParts[part]).join('、')
  return (
    <Card id={conflictId} title={copy.edit.conflictTitle} tone="amber">
      <Text>{copy.edit.conflict(conflict.theirs.by ?? '', parts)}</Text>
      <View className="conflict-card__ways">
        <Button id="conflict-mine" kind="secondary" onTap={() => onSettle('mine')}>
          {copy.edit.mine}
        </Button>
        <Button id="conflict-theirs" kind="secondary" onTap={() => onSettle('theirs')}>
          {copy.edit.theirs}
        </Button>
      </View>
    </Card>
  )
}
