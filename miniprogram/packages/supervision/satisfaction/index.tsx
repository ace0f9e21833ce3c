import { getSatisfaction } from '@shared/contracts/surveys'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { satisfactionWords } from '../copy'
import { SatisfactionReport } from './satisfaction-report'

/** 满意度: what people said of the service, as numbers, as charts and as tables. */
export default function SatisfactionPage() {
  return (
    <Screen title={satisfactionWords.title} wide>
      <StaffOnly contract={getSatisfaction}>
        {(staff) => <SatisfactionReport departments={staff.departments} />}
      </StaffOnly>
    </Screen>
  )
}
