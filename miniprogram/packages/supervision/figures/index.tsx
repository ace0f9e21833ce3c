import { getFigures } from '@shared/contracts/supervision'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { figureWords } from '../copy'
import { FiguresReport } from './figures-report'

/** 办理指标: the figures of a time, as numbers, as a chart and as a table. */
export default function FiguresPage() {
  return (
    <Screen title={figureWords.title} wide>
      <StaffOnly contract={getFigures}>{(staff) => <FiguresReport departments={staff.departments} />}</StaffOnly>
    </Screen>
  )
}
