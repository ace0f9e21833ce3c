import { listWaiting } from '@shared/contracts/applications-window'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { deskWords } from '../copy'
import { useKeptArea } from '../kept-area'
import { AreaChoice } from './area-choice'
import { AreaDesk } from './area-desk'

/** The desk of a window: who waits, who is called, who is still expected today. */
export default function DeskPage() {
  return (
    <Screen title={deskWords.title} wide>
      <StaffOnly contract={listWaiting}>{() => <Desk />}</StaffOnly>
    </Screen>
  )
}

function Desk() {
  const [area, setArea] = useKeptArea()
  if (area === undefined) return <AreaChoice onChoose={setArea} />
  return <AreaDesk key={area} area={area} onArea={setArea} />
}
