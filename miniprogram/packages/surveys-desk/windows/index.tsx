import { listRatedWindows } from '@shared/contracts/surveys'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { windowWords } from '../copy'
import { WindowCodes } from './window-codes'

/** 窗口评价码: the codes that stand on the counters, to be shown, saved and printed. */
export default function WindowsPage() {
  return (
    <Screen title={windowWords.title} wide>
      <StaffOnly contract={listRatedWindows}>{() => <WindowCodes />}</StaffOnly>
    </Screen>
  )
}
