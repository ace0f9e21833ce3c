import { useRouter } from '@tarojs/taro'
import { acceptAtWindow } from '@shared/contracts/applications-window'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { Empty } from '../../../components/waiting'
import { acceptWords } from '../copy'
import { AcceptCase } from './accept-case'

/** One case at the window, or at the applicant's home, in a page of its own. */
export default function AcceptPage() {
  const { id = '', place } = useRouter().params
  const isHome = place === 'home'
  return (
    <Screen title={isHome ? acceptWords.homeTitle : acceptWords.title}>
      <StaffOnly contract={acceptAtWindow}>
        {() =>
          id === '' ? (
            <Empty icon="file" title={acceptWords.noCase} />
          ) : (
            <AcceptCase key={id} applicationId={id} place={isHome ? 'home' : 'window'} onAccepted={() => undefined} />
          )
        }
      </StaffOnly>
    </Screen>
  )
}
