import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { joinCopy } from '../copy'
import { JoinSteps } from './join-steps'

/** 我是工作人员: a code, whose it is, and the binding. */
export default function JoinPage() {
  return (
    <Screen title={joinCopy.title}>
      <SignedIn why={joinCopy.signIn}>
        <JoinSteps />
      </SignedIn>
    </Screen>
  )
}
