import { listMembers } from '@shared/contracts/staff'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { goBack } from '../../../platform/go-back'
import { inviteCopy } from '../copy'
import { InviteForm } from './invite-form'

/** 邀请工作人员, on a phone. */
export default function InvitePage() {
  return (
    <Screen title={inviteCopy.title}>
      <StaffOnly contract={listMembers}>{() => <InviteForm onInvited={nothingBeside} onDone={goBack} />}</StaffOnly>
    </Screen>
  )
}

/** The list lies beneath and asks anew when it is shown. */
const nothingBeside = () => undefined
