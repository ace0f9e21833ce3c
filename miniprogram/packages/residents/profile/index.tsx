import { getProfile } from '@shared/contracts/residents'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { copy } from '../copy'
import { ProfileForm } from './profile-form'

/** 我的资料: what is filled in by itself at the next application; kept only with consent, forgotten on demand. */
export default function Profile() {
  return (
    <Screen title={copy.profile.title}>
      <SignedIn why={copy.profile.why}>
        <Loaded />
      </SignedIn>
    </Screen>
  )
}

function Loaded() {
  const { data: profile, problem, reload, replace } = useQuery(getProfile, {})
  if (profile !== undefined) return <ProfileForm profile={profile} onSaved={replace} />
  return problem === undefined ? <Skeleton cards={1} /> : <Problem problem={problem} onRetry={() => void reload()} />
}
