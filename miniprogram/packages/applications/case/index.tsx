import { useRouter } from '@tarojs/taro'
import { getApplication } from '@shared/contracts/applications'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useQuery, type QueryProblem } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { CaseBar, CaseView } from './case-view'
import { copy } from './copy'

/** One application as its owner follows it. */
export default function CasePage() {
  const { id = '' } = useRouter().params
  const application = useQuery(getApplication, id === '' ? undefined : { applicationId: id })
  const { data: view, problem } = application
  return (
    <Screen title={copy.title} {...(view === undefined ? {} : { bar: CaseBar({ view }) })}>
      <SignedIn why={copy.signIn}>
        {view === undefined ? (
          <Waiting isNamed={id !== ''} problem={problem} onRetry={() => void application.reload()} />
        ) : (
          <CaseView view={view} application={application} />
        )}
      </SignedIn>
    </Screen>
  )
}

function Waiting({
  isNamed,
  problem,
  onRetry,
}: {
  readonly isNamed: boolean
  readonly problem: QueryProblem | undefined
  readonly onRetry: () => void
}) {
  // An address that was cut off is no application either.
  if (!isNamed || problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT') {
    const toProgress = { id: 'to-progress', words: copy.toProgress, onTap: () => openPage('/pages/progress/index') }
    return <Empty title={copy.notFound} detail={copy.notFoundDetail} action={toProgress} />
  }
  return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={onRetry} />
}
