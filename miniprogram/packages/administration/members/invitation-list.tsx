import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts/contract'
import { listInvitations, revokeInvitation, type InvitationRow } from '@shared/contracts/staff'
import { useCommand } from '../../../cloud/use-command'
import { usePages } from '../../../cloud/use-pages'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { confirm, say } from '../../../platform/phone'
import { membersCopy, words } from '../copy'
import { InvitationCard } from './invitation-card'

const rowsOf = ({ invitations, next }: OutputOf<typeof listInvitations>) => ({ rows: invitations, next })

/** Who was invited, with what became of it; open ones can be revoked. */
export function InvitationList({ changes }: { readonly changes: number }) {
  const pages = usePages<typeof listInvitations, InvitationRow>(listInvitations, {}, rowsOf)
  const revoke = useCommand(revokeInvitation)
  const [busyWith, setBusyWith] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const { rows, problem, reload } = pages
  useEffect(() => {
    if (changes > 0) void reload()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another question asks by itself
  }, [changes])

  const end = async ({ id, name }: InvitationRow) => {
    if (!(await confirm(membersCopy.revokeQuestion(name)))) return
    setRefusal(undefined)
    setBusyWith(id)
    const reply = await revoke.run({ invitationId: id })
    setBusyWith(undefined)
    if (reply === undefined) return
    if (reply.ok) say(membersCopy.revoked)
    else setRefusal(reply.error.message)
    void reload()
  }
  return (
    <View>
      {refusal !== undefined && <Notice tone="amber">{refusal}</Notice>}
      {rows === undefined && problem === undefined && <Skeleton cards={3} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void reload()} />}
      {rows !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows?.length === 0 && <Empty icon="send" title={membersCopy.none.invited} detail={membersCopy.noneDetail} />}
      {rows?.map((row) => (
        <InvitationCard
          key={row.id}
          row={row}
          isBusy={busyWith === row.id}
          isOff={revoke.isBusy}
          onRevoke={() => void end(row)}
        />
      ))}
      {pages.hasMore && (
        <Button
          id="invitations-more"
          kind="quiet"
          busy={pages.isLoading ? words.loadingMore : false}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
    </View>
  )
}
