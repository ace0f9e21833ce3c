import { useRouter } from '@tarojs/taro'
import { handOver } from '@shared/contracts/applications-decision'
import { getMember } from '@shared/contracts/staff'
import { mayCall } from '../../../cloud/may-call'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { handOverWords } from '../copy'
import { HandOver } from './hand-over'

/** 移交案件: everything a member holds goes to a colleague. */
export default function HandOverPage() {
  const { from = '' } = useRouter().params
  return (
    <Screen title={handOverWords.title}>
      <StaffOnly contract={handOver}>
        {(staff) => <HandOver key={from} {...(from !== '' && mayCall(getMember, staff) ? { fromId: from } : {})} />}
      </StaffOnly>
    </Screen>
  )
}
