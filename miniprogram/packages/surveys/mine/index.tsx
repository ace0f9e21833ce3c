import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { mineWords as words } from '../copy'
import { MySurveys } from './my-surveys'

/** 评价回访: what waits for one's rating, what was said, and what became of it. */
export default function MySurveysPage() {
  return (
    <Screen title={words.title}>
      <SignedIn why={words.signIn}>
        <MySurveys />
      </SignedIn>
    </Screen>
  )
}
