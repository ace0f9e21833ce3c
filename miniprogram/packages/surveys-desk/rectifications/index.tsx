import { listRectifications } from '@shared/contracts/surveys'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { rectificationWords } from '../copy'
import { RectificationDesk } from './rectification-desk'

/** 差评整改: the bad ratings of the member's departments, and what is done about each. */
export default function RectificationsPage() {
  return (
    <Screen title={rectificationWords.title} wide>
      <StaffOnly contract={listRectifications}>{() => <RectificationDesk />}</StaffOnly>
    </Screen>
  )
}
