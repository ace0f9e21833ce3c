import Taro, { useRouter } from '@tarojs/taro'
import { claimApplication, getApplication, listQueue } from '@shared/contracts/applications'
import { mayCall } from '../../../cloud/may-call'
import { Screen } from '../../../components/screen'
import { Problem } from '../../../components/waiting'
import { returnTo } from '../../../platform/open-page'
import { caseWords } from '../copy'
import { ReviewCase } from './review-case'
import { StaffOnly, type Staff } from '../../../components/staff-only'
import { useClaiming } from '../use-claiming'

/** One case in a page of its own: on a phone, or from a message. */
export default function CasePage() {
  const { id = '' } = useRouter().params
  return (
    <Screen title={caseWords.title}>
      <StaffOnly contract={listQueue}>
        {(staff) => (id === '' ? <Nothing /> : <Case key={id} applicationId={id} staff={staff} />)}
      </StaffOnly>
    </Screen>
  )
}

function Case({ applicationId, staff }: { readonly applicationId: string; readonly staff: Staff }) {
  const claiming = useClaiming(mayCall(claimApplication, staff))
  return (
    <ReviewCase
      applicationId={applicationId}
      staff={staff}
      claiming={claiming}
      // The list asks again by itself when it is shown.
      onChanged={() => undefined}
      onOpen={(next) => void Taro.redirectTo({ url: `/packages/staff/case/index?id=${next}` })}
      onBack={backToQueue}
    />
  )
}

/** A link without a case: told as the server tells of one that is not there. */
function Nothing() {
  return (
    <Problem
      problem={{ code: 'NOT_FOUND', message: getApplication.errors.NOT_FOUND, requestId: '' }}
      onRetry={backToQueue}
    />
  )
}

function backToQueue(): void {
  returnTo('/packages/staff/queue/index')
}
