import { useRouter } from '@tarojs/taro'
import { deliverResult } from '@shared/contracts/applications-decision'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { resultWords } from '../copy'
import { HandOver } from './hand-over'
import { ResultDesk } from './result-desk'

/** 结果送达 at the window: the results that wait, or one of them. */
export default function ResultsPage() {
  const { id = '' } = useRouter().params
  return (
    <Screen title={resultWords.title} wide={id === ''}>
      <StaffOnly contract={deliverResult}>
        {() => (id === '' ? <ResultDesk /> : <HandOver key={id} applicationId={id} onDelivered={() => undefined} />)}
      </StaffOnly>
    </Screen>
  )
}
