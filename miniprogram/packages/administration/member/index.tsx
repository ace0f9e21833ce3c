import { useRouter } from '@tarojs/taro'
import { listMembers } from '@shared/contracts/staff'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { memberCopy } from '../copy'
import { MemberDetail } from './member-detail'

/** One member of staff, on a phone. */
export default function MemberPage() {
  const { id = '' } = useRouter().params
  return (
    <Screen title={memberCopy.title}>
      <StaffOnly contract={listMembers}>{() => <MemberDetail memberId={id} onChanged={nothingBeside} />}</StaffOnly>
    </Screen>
  )
}

/** The list lies beneath and asks anew when it is shown. */
const nothingBeside = () => undefined
