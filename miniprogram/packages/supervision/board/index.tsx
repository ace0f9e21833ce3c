import { getBoard } from '@shared/contracts/supervision'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { boardWords } from '../copy'
import { DeadlinesBoard } from './deadlines-board'

/** 期限督查: what is amber or red, by department and window, with the cases themselves. */
export default function BoardPage() {
  return (
    <Screen title={boardWords.title} wide>
      <StaffOnly contract={getBoard}>{() => <DeadlinesBoard />}</StaffOnly>
    </Screen>
  )
}
