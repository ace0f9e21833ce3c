import { useRouter } from '@tarojs/taro'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { copy } from './copy'
import { Visit } from './visit'

/** 到访码: `id` is the appointment. */
export default function VisitCode() {
  const { id = '' } = useRouter().params
  return (
    <Screen title={copy.title}>
      <SignedIn why={copy.signIn}>
        <Visit appointmentId={id} />
      </SignedIn>
    </Screen>
  )
}
