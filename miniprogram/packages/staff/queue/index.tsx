import { listQueue } from '@shared/contracts/applications'
import { Screen } from '../../../components/screen'
import { words } from '../copy'
import { StaffOnly } from '../../../components/staff-only'
import { Workbench } from './workbench'

/** The reviewers' queues; on a desktop with the case beside them. */
export default function QueuePage() {
  return (
    <Screen title={words.title} wide>
      <StaffOnly contract={listQueue}>{(staff) => <Workbench staff={staff} />}</StaffOnly>
    </Screen>
  )
}
