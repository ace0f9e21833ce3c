import { Text, View } from '@tarojs/components'
import type { MemberView } from '@shared/contracts/staff'
import { formatDateTime } from '@shared/domain/civil-time'
import { memberStates, type MemberState } from '@shared/domain/staff-member-workflow'
import { Card } from '../../../components/card'
import { Tag } from '../../../components/tag'
import { spoken } from '../../../platform/spoken'
import { memberCopy, words } from '../copy'
import { roleLabel } from '../scope-words'
import './member-facts.css'

const tones = { active: 'green', suspended: 'amber' } as const satisfies Record<MemberState, string>

/** Name, state, roles and departments. */
export function MemberFacts({ member }: { readonly member: MemberView }) {
  const { name, state, isSelf, roles, departments, joinedAt } = member
  return (
    <Card id="member-facts">
      <View className="member-facts__head">
        <View className="member-facts__name" {...spoken({ role: 'heading' })}>
          {name}
        </View>
        <Tag tone={tones[state]}>{memberStates[state].label}</Tag>
        {isSelf && <Tag tone="accent">{words.self}</Tag>}
      </View>
      <View className="member-facts__line">
        <Text className="member-facts__label">{words.roles}</Text>
        <View className="member-facts__tags">
          {roles.map((role) => (
            <Tag key={role} tone="accent">
              {roleLabel(role)}
            </Tag>
          ))}
        </View>
      </View>
      <View className="member-facts__line">
        <Text className="member-facts__label">{words.departments}</Text>
        <View className="member-facts__tags">
          {departments.length === 0 ? (
            <Text>{words.noDepartments}</Text>
          ) : (
            departments.map((department) => <Tag key={department}>{department}</Tag>)
          )}
        </View>
      </View>
      <Text className="member-facts__joined">{memberCopy.joined(formatDateTime(joinedAt))}</Text>
    </Card>
  )
}
