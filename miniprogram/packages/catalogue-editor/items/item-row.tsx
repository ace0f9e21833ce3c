import { Text, View } from '@tarojs/components'
import type { EditableRow } from '@shared/contracts/catalogue-editing'
import { formatDateTime } from '@shared/domain/civil-time'
import { itemStandings } from '@shared/domain/item-standing'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { openPage } from '../../../platform/open-page'
import { copy } from '../copy'
import './item-row.css'

/** An item with where it stands and who has a draft of it. */
export function ItemRow({ item }: { readonly item: EditableRow }) {
  const { code, name, department, standing, version, draft } = item
  return (
    <Tappable
      id={`item-${code}`}
      className="item-row"
      onTap={() => openPage(`/packages/catalogue-editor/edit/index?code=${code}`)}
    >
      <View className="item-row__inner">
        <Text className="item-row__name">{name || copy.parts.unnamed}</Text>
        <Text className="item-row__department">{department}</Text>
        <View className="item-row__tags">
          <Tag tone={standing === 'published' ? 'green' : 'plain'}>{itemStandings[standing].label}</Tag>
          {version !== undefined && <Tag>{copy.items.version(version)}</Tag>}
          {draft !== undefined && <Tag tone="amber">{copy.items.draft}</Tag>}
        </View>
        {draft !== undefined && (
          <Text className="item-row__draft">{copy.items.draftBy(draft.savedBy, formatDateTime(draft.savedAt))}</Text>
        )}
      </View>
    </Tappable>
  )
}
