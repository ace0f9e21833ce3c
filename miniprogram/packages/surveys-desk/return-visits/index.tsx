import { listReturnVisitSamples } from '@shared/contracts/surveys'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { visitWords } from '../copy'
import { VisitDesk } from './visit-desk'

/** 电话回访: samples of closed cases, phoned one by one. */
export default function ReturnVisitsPage() {
  return (
    <Screen title={visitWords.title} wide>
      <StaffOnly contract={listReturnVisitSamples}>
        {(staff) => <VisitDesk departments={staff.departments} />}
      </StaffOnly>
    </Screen>
  )
}
