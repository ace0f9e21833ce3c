import { listMembers } from '@shared/contracts/staff'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { membersCopy } from '../copy'
import { StaffDesk } from './staff-desk'

/** 工作人员管理: who works here, who was invited; on a desktop with the chosen one beside. */
export default function MembersPage() {
  return (
    <Screen title={membersCopy.title} wide>
      <StaffOnly contract={listMembers}>{() => <StaffDesk />}</StaffOnly>
    </Screen>
  )
}
