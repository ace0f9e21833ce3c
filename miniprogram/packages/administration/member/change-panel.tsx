import { useState } from 'react'
import { View } from '@tarojs/components'
import { changeMember, type MemberView } from '@shared/contracts/staff'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { showPart } from '../../../platform/show-part'
import { memberCopy } from '../copy'
import { PowersForm } from '../powers-form'
import { powersParts, usePowers } from '../use-powers'
import './panel.css'

/** Other roles or departments, or the name put right. */
export function ChangePanel({
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
  const form = usePowers(member)
  const change = useCommand(changeMember)
  const [problem, setProblem] = useState<string>()
  const save = async () => {
    setProblem(undefined)
    const powers = form.check()
    if (typeof powers === 'string') {
      showPart(`powers-${powers}`)
      return
    }
    const reply = await change.run({ memberId: member.id, version: member.version, ...powers })
    if (reply === undefined) return
    if (reply.ok) {
      onDone(memberCopy.saved)
      return
    }
    const { fields = {}, code, message } = reply.error
    if (code === 'VERSION_CHANGED') {
      onStale(message)
      return
    }
    form.refuse(fields)
    if (!powersParts.some((part) => part in fields)) setProblem(message)
  }
  return (
    <View id="change-panel">
      <PowersForm form={form} />
      {problem !== undefined && (
        <Notice id="change-problem" tone="red">
          {problem}
        </Notice>
      )}
      <View className="panel__actions">
        <Button id="change-cancel" kind="quiet" disabled={change.isBusy} onTap={onCancel}>
          {memberCopy.cancel}
        </Button>
        <Button id="change-save" busy={change.isBusy && memberCopy.saving} onTap={() => void save()}>
          {memberCopy.save}
        </Button>
      </View>
    </View>
  )
}
