import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { getCentre, getGuide } from '@shared/contracts/catalogue'
import { isFinal, progressGroups } from '@shared/domain/application-workflow'
import { Button } from '../../../components/button'
import { ComparisonCard } from '../../../components/comparison-card'
import { Notice } from '../../../components/notice'
import { Problem, Skeleton } from '../../../components/waiting'
import { serverToday } from '../../../cloud/server-time'
import { useQuery, type Query } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { showTop } from '../../../platform/show-part'
import './case-view.css'
import { Appointment } from './appointment'
import { Content } from './content'
import { copy, meanings } from './copy'
import { CorrectionNotice } from './correction-notice'
import { Decision, Handling } from './decision'
import { Delivery } from './delivery'
import { History } from './history'
import { Limits } from './limits'
import { OtherActions } from './other-actions'
import { Outcome } from './outcome'
import { Rating } from './rating'
import { Rounds } from './rounds'
import { Standing } from './standing'
import { Visit } from './visit'

/** The whole of an application: how it stands, what is to do, what was sent in, what happened. */
export function CaseView({
  view,
  application,
}: {
  readonly view: ApplicationView
  readonly application: Query<ApplicationView>
}) {
  const [hasMovedOn, setMovedOn] = useState(false)
  const guide = useQuery(getGuide, { code: view.itemCode, version: view.itemVersion })
  const centre = useQuery(getCentre, {})
  const running = view.rounds.find(({ resubmittedAt }) => resubmittedAt === undefined)
  const isToVisit = view.clocks.some(({ clock }) => clock === 'visit')

  /** Somebody else was faster: the page shows the case as it is now and says so. */
  const catchUp = async () => {
    await application.reload()
    setMovedOn(true)
    showTop()
  }
  return (
    <View>
      {hasMovedOn && <Notice id="moved-on">{copy.changed}</Notice>}
      {application.problem !== undefined && (
        <Stale onRetry={() => void application.reload()} isBusy={application.isLoading} />
      )}
      <Standing view={view} />
      {running !== undefined && view.actions.includes('resubmit') && (
        <CorrectionNotice round={running} guide={guide.data} />
      )}
      {view.outcome !== undefined && (view.outcome.remedies !== undefined || !isFinal(view.state)) && (
        <Outcome outcome={view.outcome} />
      )}
      <Decision view={view} onChanged={application.replace} onMovedOn={catchUp} />
      {view.mine && isToVisit && guide.data !== undefined && <Appointment applicationId={view.id} guide={guide.data} />}
      {isToVisit && guide.data !== undefined && (
        <Visit guide={guide.data} centre={centre.data} answers={view.content.answers} />
      )}
      {view.mine && <Delivery applicationId={view.id} />}
      {view.mine && isFinal(view.state) && <Rating applicationId={view.id} />}
      <Limits
        clocks={view.clocks}
        today={serverToday()}
        isWithCentre={progressGroups[view.state] === 'running'}
        complaintPhone={guide.data?.complaintPhone}
      />
      <Handling view={view} />
      {view.comparison !== undefined && <ComparisonCard comparison={view.comparison} />}
      {guide.data !== undefined && <Content view={view} guide={guide.data} />}
      {guide.data === undefined &&
        (guide.problem === undefined ? (
          <Skeleton cards={1} />
        ) : (
          <Problem problem={guide.problem} onRetry={() => void guide.reload()} />
        ))}
      <Rounds view={view} guide={guide.data} />
      <History view={view} />
      {view.mine && (
        <OtherActions
          view={view}
          consultPhone={guide.data?.consultPhone}
          onChanged={application.replace}
          onMovedOn={catchUp}
        />
      )}
    </View>
  )
}

function Stale({ isBusy, onRetry }: { readonly isBusy: boolean; readonly onRetry: () => void }) {
  return (
    <Notice id="stale" tone="amber">
      <View>{copy.stale}</View>
      <View className="case-view__again">
        <Button id="retry" kind="secondary" icon="refresh" small busy={isBusy && copy.retryBusy} onTap={onRetry}>
          {copy.retry}
        </Button>
      </View>
    </Notice>
  )
}

/** The one thing to do now, always in reach; undefined when there is nothing. */
export function CaseBar({ view }: { readonly view: ApplicationView }): ReactNode {
  if (view.actions.includes('resubmit')) {
    return (
      <Button id="correct" icon="edit" onTap={() => openPage(`/packages/applications/correct/index?id=${view.id}`)}>
        {copy.correct}
      </Button>
    )
  }
  if (view.mine && meanings[view.state].again === true) {
    return (
      <Button
        id="apply-again"
        icon="refresh"
        onTap={() => openPage(`/packages/applications/apply/index?item=${view.itemCode}`)}
      >
        {copy.again}
      </Button>
    )
  }
  return undefined
}
