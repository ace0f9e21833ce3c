import { listDesk } from '@shared/contracts/deliveries'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { words } from '../copy'
import { Desk } from './desk'

/** 邮政快递专窗: what is to be sent, is under way, came back or was sent in. */
export default function DeskPage() {
  return (
    <Screen title={words.title} wide>
      <StaffOnly contract={listDesk}>{() => <Desk />}</StaffOnly>
    </Screen>
  )
}
