import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { acceptInvitation } from '@shared/contracts/staff'
import { formatDateTime } from '@shared/domain/civil-time'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { joinCopy, words } from '../copy'
import { roleLabel } from '../scope-words'
import './confirm-step.css'
import type { Opened } from './join-steps'

/** Whose code it is; the person says whether it is theirs. */
export function ConfirmStep({
  invitation,
  code,
  onDone,
  onBack,
}: {
  readonly invitation: Extract<Opened, { readonly kind: 'invitation' }>
  readonly code: string
  readonly onDone: () => void
  readonly onBack: () => void
}) {
  const accept = useCommand(acceptInvitation)
  const [problem, setProblem] = useState<string>()
  const { name, roles, departments, invitedBy, expiresAt } = invitation
  const facts: readonly (readonly [label: string, value: string])[] = [
    [words.name, name],
    [words.roles, roles.map(roleLabel).join('、')],
    [words.departments, departments.length === 0 ? words.noDepartments : departments.join('、')],
    [joinCopy.invitedBy, invitedBy],
    [joinCopy.until, formatDateTime(expiresAt)],
  ]
  const bind = async () => {
    setProblem(undefined)
    const reply = await accept.run({ code })
    if (reply === undefined) return
    if (reply.ok) onDone()
    else setProblem(reply.error.message)
  }
  return (
    <>
      <Card id="invitation-facts" title={joinCopy.confirmTitle}>
        {facts.map(([label, value]) => (
          <View key={label} className="confirm-step__line">
            <Text className="confirm-step__label">{label}</Text>
            <Text className="confirm-step__value">{value}</Text>
          </View>
        ))}
      </Card>
      <Notice tone="amber">{joinCopy.bindNote}</Notice>
      {problem !== undefined && (
        <Notice id="join-problem" tone="red">
          {problem}
        </Notice>
      )}
      <View className="confirm-step__actions">
        <Button id="accept-invitation" busy={accept.isBusy && joinCopy.confirming} onTap={() => void bind()}>
          {joinCopy.confirm}
        </Button>
        <Button id="not-me" kind="quiet" disabled={accept.isBusy} onTap={onBack}>
          {joinCopy.notMe}
        </Button>
      </View>
    </>
  )
}
