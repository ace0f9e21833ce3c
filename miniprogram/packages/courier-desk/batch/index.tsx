import { shipParcel } from '@shared/contracts/deliveries'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { words } from '../copy'
import { Batch } from './batch'

/** Many at once: labels for all of them, then a label and a waybill scanned one after another. */
export default function BatchPage() {
  return (
    <Screen title={words.batchTitle} wide>
      <StaffOnly contract={shipParcel}>{() => <Batch />}</StaffOnly>
    </Screen>
  )
}
