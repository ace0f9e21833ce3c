import { useState } from 'react'
import { View } from '@tarojs/components'
import { inviteMember } from '@shared/contracts/staff'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { showPart, showTop } from '../../../platform/show-part'
import { inviteCopy } from '../copy'
import { PowersForm } from '../powers-form'
import { powersParts, usePowers } from '../use-powers'
import { InvitationCode } from './invitation-code'

/** Who is invited as what; then the code, this once. */
export function InviteForm({ onInvited, onDone }: { readonly onInvited: () => void; readonly onDone: () => void }) {
  const form = usePowers()
  const invite = useCommand(inviteMember)
  const [made, setMade] = useState<{ readonly name: string; readonly code: string; readonly expiresAt: number }>()
  const [problem, setProblem] = useState<string>()
  const make = async () => {
    setProblem(undefined)
    const powers = form.check()
    if (typeof powers === 'string') {
      showPart(`powers-${powers}`)
      return
    }
    const reply = await invite.run(powers)
    if (reply === undefined) return
    if (reply.ok) {
      setMade({ name: powers.name, ...reply.data })
      showTop()
      onInvited()
      return
    }
    const { fields = {}, message } = reply.error
    form.refuse(fields)
    if (!powersParts.some((part) => part in fields)) setProblem(message)
  }
  const again = () => {
    setMade(undefined)
    form.clear()
    showTop()
  }
  if (made !== undefined) return <InvitationCode {...made} onAgain={again} onDone={onDone} />
  return (
    <View>
      <Notice>{inviteCopy.intro}</Notice>
      <PowersForm form={form} />
      {problem !== undefined && (
        <Notice id="invite-problem" tone="red">
          {problem}
        </Notice>
      )}
      <Button id="make-invitation" busy={invite.isBusy && inviteCopy.making} onTap={() => void make()}>
        {inviteCopy.make}
      </Button>
    </View>
  )
}
