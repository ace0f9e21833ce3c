import { useRouter } from '@tarojs/taro'
import { getTimeline } from '@shared/contracts/supervision'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { timelineWords } from '../copy'
import { AuditRecord } from './audit-record'
import { FindRecord } from './find-record'

/** 全程记录: the whole chain of a case, for the auditor, and whether it is whole. */
export default function TimelinePage() {
  const { id = '' } = useRouter().params
  return (
    <Screen title={timelineWords.title}>
      <StaffOnly contract={getTimeline}>
        {(staff) => (id === '' ? <FindRecord /> : <AuditRecord applicationId={id} staff={staff} />)}
      </StaffOnly>
    </Screen>
  )
}
