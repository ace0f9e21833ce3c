import { useRouter } from '@tarojs/taro'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { Notice } from '../../../components/notice'
import { openPage } from '../../../platform/open-page'
import { copy } from './copy'
import { SlipView } from './slip-view'
import { useSlip } from './use-slip'

/** The receipt of an application: `id` names it; `messages` says what the person just answered to WeChat's question. */
export default function SubmittedPage() {
  const { id = '', messages } = useRouter().params
  const { slip, problem, isLoading, reload } = useSlip(id)
  if (slip !== undefined) {
    return (
      <Screen title={copy.title}>
        {problem?.code === 'OFFLINE' && <Notice tone="amber">{copy.offline}</Notice>}
        <SlipView slip={slip} justAnswered={messages === 'on' || messages === 'off' ? messages : undefined} />
      </Screen>
    )
  }
  if (isLoading || problem === undefined) {
    return (
      <Screen title={copy.title}>
        <Skeleton />
      </Screen>
    )
  }
  return (
    <Screen title={copy.title}>
      {problem.code === 'NOT_SIGNED_IN' ? (
        <SignedIn why={copy.signIn}>
          <Problem problem={problem} onRetry={() => void reload()} />
        </SignedIn>
      ) : problem.code === 'NOT_FOUND' || problem.code === 'INVALID_INPUT' ? (
        <Empty
          icon="search"
          title={copy.notFound}
          detail={copy.notFoundDetail}
          action={{ id: 'to-progress', words: copy.toProgress, onTap: () => openPage('/pages/progress/index') }}
        />
      ) : (
        <Problem problem={problem} onRetry={() => void reload()} />
      )}
    </Screen>
  )
}
