import { useRouter } from '@tarojs/taro'
import { getItemHistory } from '@shared/contracts/catalogue-editing'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { copy } from '../copy'
import { ItemHistory } from './item-history'

/** Versions of an item with who published them and how they differ, and what staff did to it. */
export default function HistoryPage() {
  const { code = '' } = useRouter().params
  return (
    <Screen title={copy.history.title}>
      <StaffOnly contract={getItemHistory}>{() => <ItemHistory code={code} />}</StaffOnly>
    </Screen>
  )
}
