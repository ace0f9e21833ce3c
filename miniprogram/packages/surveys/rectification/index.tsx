import { useRouter } from '@tarojs/taro'
import { getMyRectification } from '@shared/contracts/surveys'
import type { InputOf } from '@shared/contracts/contract'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { mineWords, rectificationWords as words } from '../copy'
import { findKeptAnswer } from '../kept-answers'
import { RectificationCard } from './rectification-card'

type Of = InputOf<typeof getMyRectification>['of']

/** 整改进展: what became of one's bad rating, by the message's id, the application, or the ticket this phone keeps. */
export default function RectificationPage() {
  const of = askedFor(useRouter().params)
  const query = useQuery(getMyRectification, of === undefined ? undefined : { of })
  const rectification = query.data?.rectification
  return (
    <Screen title={words.title}>
      <SignedIn why={words.signIn}>
        {rectification !== undefined && of !== undefined ? (
          <RectificationCard
            rectification={rectification}
            of={of.kind === 'anonymous' ? of : { kind: 'named', rectificationId: rectification.id }}
            onChanged={(next) => query.replace({ rectification: next })}
          />
        ) : of === undefined || query.data !== undefined ? (
          <Empty
            icon="progress"
            title={words.none}
            detail={words.noneDetail}
            action={{
              id: 'to-mine',
              words: mineWords.title,
              onTap: () => openPage('/packages/surveys/mine/index'),
            }}
          />
        ) : query.problem === undefined ? (
          <Skeleton cards={2} />
        ) : (
          <Problem problem={query.problem} onRetry={() => void query.reload()} />
        )}
      </SignedIn>
    </Screen>
  )
}

function askedFor({ id, application, kept }: Partial<Readonly<Record<string, string>>>): Of | undefined {
  if (id !== undefined) return { kind: 'opened', rectificationId: id }
  if (application !== undefined) return { kind: 'named', applicationId: application }
  const answer = kept === undefined ? undefined : findKeptAnswer(decodeURIComponent(kept))
  if (answer === undefined) return undefined
  const { author, window = '', day } = answer
  return author.kind === 'anonymous' ? author : { kind: 'visit', window, day }
}
