import { useState } from 'react'
import { getRatedWindow, rateVisit, type RatedWindow } from '@shared/contracts/surveys'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { serverToday } from '../../../cloud/server-time'
import { useSession } from '../../../cloud/session'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { rateWords as words } from '../copy'
import { AmendKept } from './amend-kept'
import { RatingScreen } from './rating-screen'
import { Thanks } from './thanks'
import { useGiving } from './use-giving'

/** 一次一评: a visit to the window whose code was scanned. */
export function RateWindow({ code }: { readonly code: string }) {
  const session = useSession()
  const { data: window, problem, reload } = useQuery(getRatedWindow, { window: code })
  const isSignedIn = session.kind === 'known' && session.signedIn
  if (window !== undefined && isSignedIn) return <Visit window={window} />
  return (
    <Screen title={words.title}>
      <SignedIn why={words.signIn}>
        {problem === undefined ? (
          <Skeleton cards={2} />
        ) : problem.code === 'NOT_FOUND' || problem.code === 'INVALID_INPUT' ? (
          <Empty
            icon="qr"
            title={problem.message}
            action={{ id: 'to-mine', words: words.toMine, onTap: () => openPage('/packages/surveys/mine/index') }}
          />
        ) : (
          <Problem problem={problem} onRetry={() => void reload()} />
        )}
      </SignedIn>
    </Screen>
  )
}

function Visit({ window }: { readonly window: RatedWindow }) {
  const { isBusy, run } = useCommand(rateVisit)
  const [isAmending, setAmending] = useState(false)
  const giving = useGiving({
    key: `window-${window.window}-${serverToday()}`,
    about: window.name,
    window: window.window,
    send: (content, author) => run({ window: window.window, content, author }),
  })
  const { given } = giving
  if (given?.kept !== undefined) {
    const { kept } = given
    if (isAmending) return <AmendKept answer={kept} />
    return (
      <Thanks
        isBad={given.opensRectification}
        keepsTicket={given.author === 'anonymous'}
        {...(given.author === 'anonymous' ? { follow: `/packages/surveys/rectification/index?kept=${kept.id}` } : {})}
        amend={{ until: given.amendUntil, onTap: () => setAmending(true) }}
      />
    )
  }
  return (
    <RatingScreen
      thing={{ name: window.name, detail: [window.department, window.place].filter((each) => each !== '').join(' · ') }}
      form={giving.form}
      author={giving.author}
      isBusy={isBusy}
      problem={giving.problem}
      onChange={giving.change}
      onSend={giving.give}
    />
  )
}
