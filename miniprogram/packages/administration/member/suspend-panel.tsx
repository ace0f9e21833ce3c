import { useState } from 'react'
import { View } from '@tarojs/components'
import { suspendMember, type MemberView } from '@shared/contracts/staff'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { memberCopy } from '../copy'
import './panel.css'

/** Takes somebody's rights away, with the reason that stays on their page. */
export function SuspendPanel({
  member,
  onDone,
  onCancel,
  onStale,
}: {
  readonly member: MemberView
  readonly onDone: (said: string) => void
  readonly onCancel: () => void
  readonly onStale: (said: string) => void
}) {
  const suspend = useCommand(suspendMember)
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const [problem, setProblem] = useState<string>()
  const isShort = Array.from(reason.trim()).length < 2
  const end = async () => {
    setSent(true)
    setProblem(undefined)
    if (isShort) return
    const reply = await suspend.run({ memberId: member.id, version: member.version, reason: reason.trim() })
    if (reply === undefined) return
    if (reply.ok) {
      onDone(memberCopy.suspended)
      return
    }
    if (reply.error.code === 'VERSION_CHANGED') onStale(reply.error.message)
    else setProblem(reply.error.message)
  }
  return (
    <Card id="suspend-panel" tone="red" title={memberCopy.suspendTitle(member.name)}>
      <Notice tone="amber">{memberCopy.suspendNote}</Notice>
      <Field
        label={memberCopy.suspendReason}
        required
        hint={memberCopy.suspendHint}
        problem={isSent && isShort ? memberCopy.suspendHint : undefined}
      >
        <View className="panel__reasons">
          {memberCopy.quickReasons.map((each) => (
            <Chip key={each} id={`reason-${each}`} isOn={reason === each} onTap={() => setReason(each)}>
              {each}
            </Chip>
          ))}
        </View>
        <TextInput
          id="suspend-reason"
          label={memberCopy.suspendReason}
          value={reason}
          maxLength={100}
          isWrong={isSent && isShort}
          onChange={setReason}
        />
      </Field>
      {problem !== undefined && (
        <Notice id="suspend-problem" tone="red">
          {problem}
        </Notice>
      )}
      <View className="panel__actions">
        <Button id="suspend-cancel" kind="quiet" disabled={suspend.isBusy} onTap={onCancel}>
          {memberCopy.cancel}
        </Button>
        <Button
          id="suspend-confirm"
          kind="danger"
          busy={suspend.isBusy && memberCopy.suspending}
          onTap={() => void end()}
        >
          {memberCopy.suspend}
        </Button>
      </View>
    </Card>
  )
}
