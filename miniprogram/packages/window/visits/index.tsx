import { listHomeVisits } from '@shared/contracts/applications-window'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { visitWords } from '../copy'
import { VisitList } from './visit-list'

/** 上门服务: who asked for a visit, what was agreed, and what is to be done. */
export default function VisitsPage() {
  return (
    <Screen title={visitWords.title}>
      <StaffOnly contract={listHomeVisits}>{() => <VisitList />}</StaffOnly>
    </Screen>
  )
}
