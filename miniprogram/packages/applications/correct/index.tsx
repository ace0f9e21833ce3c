import { useRouter } from '@tarojs/taro'
import { getApplication } from '@shared/contracts/applications'
import { getGuide } from '@shared/contracts/catalogue'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { openPage, returnTo } from '../../../platform/open-page'
import { copy } from './copy'
import { CorrectForm } from './correct-form'

/** 补正: edits what the running notice marked, and nothing else. */
export default function CorrectPage() {
  const { id = '' } = useRouter().params
  const application = useQuery(getApplication, id === '' ? undefined : { applicationId: id })
  const { data: view } = application
  const guide = useQuery(getGuide, view === undefined ? undefined : { code: view.itemCode, version: view.itemVersion })
  if (view !== undefined && guide.data !== undefined && view.actions.includes('resubmit')) {
    // Another notice is another correction: nothing of the last one is left on the page.
    return <CorrectForm key={view.rounds.length} view={view} guide={guide.data} application={application} />
  }
  const problem = application.problem ?? guide.problem
  return (
    <Screen title={copy.title}>
      <SignedIn why={copy.signIn}>
        {view !== undefined && !view.actions.includes('resubmit') ? (
          <Empty
            icon="check-circle"
            title={copy.nothingToDo}
            detail={copy.nothingToDoDetail}
            action={{
              id: 'to-case',
              words: copy.toCase,
              onTap: () => returnTo(`/packages/applications/case/index?id=${id}`),
            }}
          />
        ) : id === '' || problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT' ? (
          <Empty
            title={copy.notFound}
            detail={copy.notFoundDetail}
            action={{ id: 'to-progress', words: copy.toProgress, onTap: () => openPage('/pages/progress/index') }}
          />
        ) : problem === undefined ? (
          <Skeleton />
        ) : (
          <Problem
            problem={problem}
            onRetry={() => {
              void application.reload()
              void guide.reload()
            }}
          />
        )}
      </SignedIn>
    </Screen>
  )
}
