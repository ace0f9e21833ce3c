import { listEditableItems } from '@shared/contracts/catalogue-editing'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { copy } from '../copy'
import { ItemDesk } from './item-desk'

/** The items that a member may edit. */
export default function ItemsPage() {
  return (
    <Screen title={copy.items.title} wide>
      <StaffOnly contract={listEditableItems}>{() => <ItemDesk />}</StaffOnly>
    </Screen>
  )
}
