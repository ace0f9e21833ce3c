import { useState } from 'react'
import { View } from '@tarojs/components'
import { getApplication, type ApplicationView } from '@shared/contracts/applications'
import { getGuide } from '@shared/contracts/catalogue'
import type { ApplicationAction } from '@shared/domain/application-workflow'
import { call } from '../../../cloud/call'
import { useQuery } from '../../../cloud/use-query'
import { Notice } from '../../../components/notice'
import { Problem, Skeleton } from '../../../components/waiting'
import { CaseFinished } from './steps/case-finished'
import { caseWords } from '../copy'
import { newsSince } from './review-draft'
import { ReviewDesk } from './review-desk'
import type { Staff } from '../../../components/staff-only'
import type { Claiming } from '../use-claiming'
import { forgetDecision } from './use-decision-draft'
import { dropReviewDraft } from './use-review-draft'

/** One case as its reviewer sees it, in a page of its own or beside the list. To be mounted anew for another case. */
export function ReviewCase({
  applicationId,
  staff,
  claiming,
  onChanged,
  onOpen,
  onBack,
}: {
  readonly applicationId: string
  readonly staff: Staff
  readonly claiming: Claiming
  /** The queues are no longer as they were. */
  readonly onChanged: () => void
  /** Goes on with another case. */
  readonly onOpen: (applicationId: string) => void
  readonly onBack?: () => void
}) {
  const { data: view, problem, reload, replace } = useQuery(getApplication, { applicationId })
  const guide = useQuery(getGuide, view === undefined ? undefined : { code: view.itemCode, version: view.itemVersion })
  const [done, setDone] = useState<ApplicationAction>()
  const [news, setNews] = useState<ApplicationView['timeline']>()

  /** Fetches the case as it is now; what has happened to it is told when `isTold`. */
  const refresh = async (isTold: boolean) => {
    const reply = await call(getApplication, { applicationId })
    if (!reply.ok) {
      await reload()
      return
    }
    if (isTold && view !== undefined) setNews(newsSince(view, reply.data))
    replace(reply.data)
    onChanged()
  }
  const taken = (action: ApplicationAction, next: ApplicationView) => {
    // What is put back may be taken again, and goes on where it was.
    if (action !== 'release') dropReviewDraft(applicationId)
    forgetDecision(applicationId, action)
    setNews(undefined)
    replace(next)
    setDone(action)
    onChanged()
  }

  if (problem !== undefined && view === undefined) return <Problem problem={problem} onRetry={() => void reload()} />
  if (view === undefined) return <Skeleton />
  if (done !== undefined) {
    return (
      <CaseFinished
        applicationId={applicationId}
        action={done}
        onOpen={onOpen}
        onStay={() => setDone(undefined)}
        {...(onBack === undefined ? {} : { onBack })}
      />
    )
  }
  if (guide.data === undefined) {
    if (guide.problem === undefined) return <Skeleton />
    return (
      <View>
        <Notice tone="amber">{caseWords.guideFailed}</Notice>
        <Problem problem={guide.problem} onRetry={() => void guide.reload()} />
      </View>
    )
  }
  return (
    <ReviewDesk
      key={view.rounds.length}
      view={view}
      guide={guide.data}
      staff={staff}
      claiming={claiming}
      problem={problem?.message}
      news={news}
      onView={(next) => {
        setNews(undefined)
        replace(next)
      }}
      onTaken={taken}
      onRefresh={refresh}
      onChanged={onChanged}
    />
  )
}
