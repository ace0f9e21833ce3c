import { Text, View } from '@tarojs/components'
import type { InvitationRow } from '@shared/contracts/staff'
import { formatDateTime } from '@shared/domain/civil-time'
import { invitationStates, type InvitationState } from '@shared/domain/invitation-workflow'
import { Button } from '../../../components/button'
import { Tag } from '../../../components/tag'
import { membersCopy } from '../copy'
import { departmentWords, roleLabel } from '../scope-words'
import './invitation-card.css'

const tones = { open: 'accent', used: 'green', revoked: 'plain', expired: 'plain' } as const satisfies Record<
  InvitationState,
  string
>

/** An invitation with what became of it. */
export function InvitationCard({
  row,
  isBusy,
  isOff,
  onRevoke,
}: {
  readonly row: InvitationRow
  readonly isBusy: boolean
  readonly isOff: boolean
  readonly onRevoke: () => void
}) {
  const canRevoke = row.actions.includes('revoke')
  return (
    <View id={`invitation-${row.id}`} className="invitation-card">
      <View className="invitation-card__words">
        <View className="invitation-card__head">
          <Text className="invitation-card__name">{row.name}</Text>
          <Tag tone={tones[row.state]}>{invitationStates[row.state].label}</Tag>
        </View>
        <Text>{row.roles.map(roleLabel).join('、')}</Text>
        {row.departments.length > 0 && (
          <Text className="invitation-card__small">{departmentWords(row.departments)}</Text>
        )}
        <Text className="invitation-card__small">{membersCopy.invitedBy(row.invitedBy, formatDateTime(row.at))}</Text>
        {canRevoke && (
          <Text className="invitation-card__small">{membersCopy.until(formatDateTime(row.expiresAt))}</Text>
        )}
      </View>
      {canRevoke && (
        <Button
          id={`revoke-${row.id}`}
          kind="danger"
          small
          label={`${membersCopy.revoke}：${row.name}`}
          busy={isBusy && membersCopy.revoking}
          disabled={isOff}
          onTap={onRevoke}
        >
          {membersCopy.revoke}
        </Button>
      )}
    </View>
  )
}
