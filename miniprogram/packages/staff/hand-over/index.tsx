import { useRouter } from '@tarojs/taro'
import { handOver } from '@shared/contracts/applications-decision'
import { listMembers } from '@shared/contracts/staff'
import { mayCall } from '../../../cloud/may-call'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { Empty } from '../../../components/waiting'
import { handOverWords } from '../copy'
import { HandOver } from './hand-over'

/** 移交案件: everything a member holds goes to a colleague. */
export default function HandOverPage() {
  const { from = '' } = useRouter().params
  return (
    <Screen title={handOverWords.title}>
      <StaffOnly contract={handOver}>
        {(staff) =>
          mayCall(listMembers, staff) ? (
            <HandOver key={from} {...(from === '' ? {} : { fromId: from })} />
          ) : (
            <Empty icon="shield" title={handOverWords.closed} detail={handOverWords.closedDetail} />
          )
        }
      </StaffOnly>
    </Screen>
  )
}
