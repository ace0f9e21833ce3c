import { closeRound } from '@shared/contracts/deliveries'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { words } from '../copy'
import { Rounds } from './rounds'

/** 交接: what each carrier takes, and the sheets that were made. */
export default function RoundsPage() {
  return (
    <Screen title={words.roundsTitle}>
      <StaffOnly contract={closeRound}>{() => <Rounds />}</StaffOnly>
    </Screen>
  )
}
