import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { ToolButton } from '../../../components/tool-button'
import { Empty } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { useWideScreen } from '../../../platform/wide-screen'
import { membersCopy } from '../copy'
import { InviteForm } from '../invite/invite-form'
import { MemberDetail } from '../member/member-detail'
import { InvitationList } from './invitation-list'
import { MemberList } from './member-list'
import './staff-desk.css'

const lists = ['active', 'suspended', 'invited'] as const
type List = (typeof lists)[number]

/** What stands beside the list on a wide screen. */
type Beside = { readonly kind: 'member'; readonly id: string } | { readonly kind: 'invite' }

/** The lists, and on a wide screen the member or the invitation beside them. */
export function StaffDesk() {
  const isWide = useWideScreen()
  const [list, setList] = useState<List>('active')
  const [beside, setBeside] = useState<Beside>()
  /** Counts what was changed beside the list, which is asked anew then. */
  const [changes, setChanges] = useState(0)
  const noteChange = useCallback(() => setChanges((count) => count + 1), [])

  const openMember = (id: string) => {
    if (isWide) setBeside({ kind: 'member', id })
    else openPage(`/packages/administration/member/index?id=${id}`)
  }
  const openInvite = () => {
    if (isWide) setBeside({ kind: 'invite' })
    else openPage('/packages/administration/invite/index')
  }
  const lines = (
    <>
      <View className="staff-desk__invite">
        <Button id="invite" icon="plus" onTap={openInvite}>
          {membersCopy.invite}
        </Button>
      </View>
      <View className="staff-desk__more">
        <ToolButton
          id="to-timeline"
          icon="list"
          words={membersCopy.timeline}
          onTap={() => openPage('/packages/supervision/timeline/index')}
        />
      </View>
      <View className="staff-desk__lists">
        {lists.map((each) => (
          <Chip key={each} id={`list-${each}`} isOn={each === list} onTap={() => setList(each)}>
            {membersCopy[each]}
          </Chip>
        ))}
      </View>
      {list === 'invited' ? (
        <InvitationList changes={changes} />
      ) : (
        <MemberList
          key={list}
          state={list}
          changes={changes}
          chosen={isWide && beside?.kind === 'member' ? beside.id : undefined}
          onOpen={openMember}
        />
      )}
    </>
  )
  if (!isWide) return <View>{lines}</View>
  return (
    <View className="staff-desk">
      <View className="staff-desk__list">{lines}</View>
      <View className="staff-desk__beside">
        {beside === undefined && <Empty icon="user" title={membersCopy.choose} detail={membersCopy.chooseDetail} />}
        {beside?.kind === 'member' && <MemberDetail key={beside.id} memberId={beside.id} onChanged={noteChange} />}
        {beside?.kind === 'invite' && <InviteForm onInvited={noteChange} onDone={() => setBeside(undefined)} />}
      </View>
    </View>
  )
}
