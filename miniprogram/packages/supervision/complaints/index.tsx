import { getComplaintFigures } from '@shared/contracts/complaints'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { complaintFigureWords } from '../copy'
import { ComplaintReport } from './complaint-report'

/** 投诉建议统计、考核: by department and month. */
export default function ComplaintFiguresPage() {
  return (
    <Screen title={complaintFigureWords.title} wide>
      <StaffOnly contract={getComplaintFigures}>{() => <ComplaintReport />}</StaffOnly>
    </Screen>
  )
}
