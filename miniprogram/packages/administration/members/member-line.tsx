import { Text, View } from '@tarojs/components'
import type { MemberRow } from '@shared/contracts/staff'
import { classNames } from '../../../components/class-names'
import { Icon } from '../../../components/icon'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { words } from '../copy'
import { departmentWords, roleLabel } from '../scope-words'
import './member-line.css'

/** A member in a list: who, as what, for whom. */
export function MemberLine({
  row,
  isChosen,
  onOpen,
}: {
  readonly row: MemberRow
  readonly isChosen: boolean
  readonly onOpen: () => void
}) {
  return (
    <Tappable
      id={`member-${row.id}`}
      className={classNames('member-line', isChosen && 'member-line--chosen')}
      pressed={isChosen}
      onTap={onOpen}
    >
      <View className="member-line__inner">
        <View className="member-line__words">
          <View className="member-line__head">
            <Text className="member-line__name">{row.name}</Text>
            {row.isSelf && <Tag tone="accent">{words.self}</Tag>}
          </View>
          <Text>{row.roles.map(roleLabel).join('、')}</Text>
          {row.departments.length > 0 && (
            <Text className="member-line__departments">{departmentWords(row.departments)}</Text>
          )}
        </View>
        <View className="member-line__go">
          <Icon name="forward" size="s" />
        </View>
      </View>
    </Tappable>
  )
}
