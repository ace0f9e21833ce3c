import { listComplaints } from '@shared/contracts/complaints'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { words } from '../copy'
import { Desk } from './desk'

/** The complaints by what is to be done next; on a desktop with the chosen one beside them. */
export default function ComplaintsQueuePage() {
  return (
    <Screen title={words.title} wide>
      <StaffOnly contract={listComplaints}>{(staff) => <Desk staff={staff} />}</StaffOnly>
    </Screen>
  )
}
