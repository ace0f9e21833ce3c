import { useEffect, useState, type ReactNode } from 'react'
import { refreshSession, useSession } from '../cloud/session'
import { openPage } from '../platform/open-page'
import { Empty, Problem, Skeleton } from './waiting'

/** The sign-in page; it exists in browsers only, since WeChat knows who the person is. */
const signInPage = '/packages/residents/sign-in/index'

/** What needs to know who the person is; until then the way to sign in. `why` says what for. */
export function SignedIn({ why, children }: { readonly why: string; readonly children: ReactNode }) {
  const session = useSession()
  const [isUnanswered, setUnanswered] = useState(false)
  const isUnknown = session.kind === 'unknown'
  const [attempt, setAttempt] = useState(1)
  useEffect(() => {
    if (isUnknown) void refreshSession().then(() => setUnanswered(true))
  }, [isUnknown, attempt])
  const askAgain = () => {
    setUnanswered(false)
    setAttempt(attempt + 1)
  }

  if (session.kind === 'known') {
    if (session.signedIn) return <>{children}</>
    return (
      <Empty
        icon="user"
        title="请先登录"
        detail={why}
        action={{ id: 'go-sign-in', words: '去登录', onTap: () => openPage(signInPage) }}
      />
    )
  }
  if (!isUnanswered) return <Skeleton cards={2} />
  return (
    <Problem problem={{ code: 'OFFLINE', message: '网络不通，请检查网络后再试。', requestId: '' }} onRetry={askAgain} />
  )
}
