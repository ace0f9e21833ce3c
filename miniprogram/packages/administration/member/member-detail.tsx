import { useState } from 'react'
import { View } from '@tarojs/components'
import { getMember, restoreMember, type MemberView } from '@shared/contracts/staff'
import { formatDateTime } from '@shared/domain/civil-time'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Timeline } from '../../../components/timeline'
import { Problem, Skeleton } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { confirm, say } from '../../../platform/phone'
import { showTop } from '../../../platform/show-part'
import { memberCopy } from '../copy'
import { changeWords } from '../scope-words'
import { ChangePanel } from './change-panel'
import './member-detail.css'
import { MemberFacts } from './member-facts'
import { SuspendPanel } from './suspend-panel'

/** Who somebody is, what they may do, what was ever changed about it, and what can be done now. */
export function MemberDetail({ memberId, onChanged }: { readonly memberId: string; readonly onChanged: () => void }) {
  const { data: member, problem, reload } = useQuery(getMember, { memberId })
  const [panel, setPanel] = useState<'change' | 'suspend'>()
  const [refusal, setRefusal] = useState<string>()
  if (member === undefined)
    return problem === undefined ? <Skeleton cards={2} /> : <Problem problem={problem} onRetry={() => void reload()} />
  const show = (next: typeof panel) => {
    setRefusal(undefined)
    setPanel(next)
    showTop()
  }
  const finish = (said: string) => {
    show(undefined)
    say(said)
    onChanged()
    void reload()
  }
  /** Somebody was faster: what they did is shown before anything else is done. */
  const beginAgain = (said: string) => {
    show(undefined)
    setRefusal(said)
    onChanged()
    void reload()
  }
  const step = { member, onDone: finish, onCancel: () => show(undefined), onStale: beginAgain }
  return (
    <View>
      {problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {panel === 'change' && <ChangePanel {...step} />}
      {panel === 'suspend' && <SuspendPanel {...step} />}
      {panel === undefined && (
        <>
          {refusal !== undefined && (
            <Notice id="member-refusal" tone="amber">
              {refusal}
            </Notice>
          )}
          <MemberFacts member={member} />
          <Steps member={member} onOpen={show} onDone={finish} onStale={step.onStale} />
          <Card id="member-history" title={memberCopy.history}>
            <Timeline entries={member.history.map((entry) => ({ ...entry, who: entry.by, note: noteOf(entry) }))} />
          </Card>
        </>
      )}
    </View>
  )
}

/** What an entry says besides: why, by whose invitation, and what became of what. */
function noteOf({ reason, invitedBy, changes }: MemberView['history'][number]): string | undefined {
  const notes = [
    ...(reason === undefined ? [] : [memberCopy.reason(reason)]),
    ...(invitedBy === undefined ? [] : [memberCopy.invitedBy(invitedBy)]),
    ...changes.map(changeWords),
  ]
  return notes.length === 0 ? undefined : notes.join(';')
}

/** What the table lets an administrator do with this member now. */
function Steps({
  member,
  onOpen,
  onDone,
  onStale,
}: {
  readonly member: MemberView
  readonly onOpen: (panel: 'change' | 'suspend') => void
  readonly onDone: (said: string) => void
  readonly onStale: (said: string) => void
}) {
  const restore = useCommand(restoreMember)
  const { id: memberId, version, name, actions, suspension, isSelf } = member
  const bringBack = async () => {
    if (!(await confirm(memberCopy.restoreQuestion(name)))) return
    const reply = await restore.run({ memberId, version })
    if (reply === undefined) return
    if (reply.ok) onDone(memberCopy.restored)
    else onStale(reply.error.message)
  }
  return (
    <>
      {suspension !== undefined && (
        <Notice id="suspension" tone="amber">
          {`${memberCopy.suspendedBy(suspension.by, formatDateTime(suspension.at))}。${memberCopy.reason(suspension.reason)}`}
        </Notice>
      )}
      {isSelf && <Notice>{memberCopy.selfNote}</Notice>}
      {actions.length > 0 && (
        <View className="member-detail__steps">
          {actions.includes('restore') && (
            <Button
              id="member-restore"
              icon="undo"
              busy={restore.isBusy && memberCopy.restoring}
              onTap={() => void bringBack()}
            >
              {memberCopy.restore}
            </Button>
          )}
          {actions.includes('change') && (
            <Button
              id="member-change"
              icon="edit"
              kind="secondary"
              disabled={restore.isBusy}
              onTap={() => onOpen('change')}
            >
              {memberCopy.change}
            </Button>
          )}
          {actions.includes('suspend') && (
            <Button id="member-suspend" kind="danger" onTap={() => onOpen('suspend')}>
              {memberCopy.suspend}
            </Button>
          )}
          <Button
            id="member-hand-over"
            icon="send"
            kind="quiet"
            onTap={() => openPage(`/packages/staff/hand-over/index?from=${memberId}`)}
          >
            {memberCopy.handOver}
          </Button>
        </View>
      )}
    </>
  )
}
