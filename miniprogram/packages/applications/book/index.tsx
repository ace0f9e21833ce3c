import { useRouter } from '@tarojs/taro'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { useSession } from '../../../cloud/session'
import { Booking } from './booking'
import { copy } from './copy'

/** 预约窗口: `id` is the application, `change` the appointment that is moved. */
export default function Book() {
  const { id = '', change } = useRouter().params
  const session = useSession()
  if (session.kind === 'known' && session.signedIn) return <Booking applicationId={id} appointmentId={change} />
  return (
    <Screen title={copy.title}>
      <SignedIn why={copy.signIn}>{null}</SignedIn>
    </Screen>
  )
}
