import { useRouter } from '@tarojs/taro'
import { listDesk } from '@shared/contracts/deliveries'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { words } from '../copy'
import { ItemAlone } from './item-alone'

/** One item of the desk on a phone, found by its receipt number or waybill. */
export default function ItemPage() {
  const { code = '', id = '' } = useRouter().params
  return (
    <Screen title={words.itemTitle}>
      <StaffOnly contract={listDesk}>{() => <ItemAlone key={`${code}/${id}`} code={code} id={id} />}</StaffOnly>
    </Screen>
  )
}
