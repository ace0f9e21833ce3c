import { useState } from 'react'
import { getApplication, type ApplicationView } from '@shared/contracts/applications'
import { getCentre, getGuide } from '@shared/contracts/catalogue'
import { applicationStates } from '@shared/domain/application-workflow'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { acceptWords, words } from '../copy'
import { Accepted } from './accepted'
import { CaseHead } from './case-head'
import { Comparison } from './comparison'
import { dropCompared } from './use-compared'

/** One case with its originals: compared, accepted, and its slip; or refused. To be mounted anew for another case. */
export function AcceptCase({
  applicationId,
  place,
  onAccepted,
}: {
  readonly applicationId: string
  readonly place: 'window' | 'home'
  readonly onAccepted: () => void
}) {
  const { data: view, problem, reload, replace } = useQuery(getApplication, { applicationId })
  const guide = useQuery(getGuide, view === undefined ? undefined : { code: view.itemCode, version: view.itemVersion })
  const centre = useQuery(getCentre, {})
  const [isRefused, setRefused] = useState(false)
  const [hasMovedOn, setMovedOn] = useState(false)

  const accepted = (next: ApplicationView) => {
    dropCompared(applicationId)
    setMovedOn(false)
    replace(next)
    onAccepted()
  }

  if (view === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  if (isRefused) {
    return <Empty icon="check-circle" title={acceptWords.refused} detail={acceptWords.refusedDetail} />
  }
  if (guide.data === undefined || centre.data === undefined) {
    const failed = guide.problem ?? centre.problem
    if (failed === undefined) return <Skeleton />
    return <Problem problem={failed} onRetry={() => void Promise.all([guide.reload(), centre.reload()])} />
  }
  if (view.acceptance !== undefined) {
    return <Accepted view={view} guide={guide.data} centreName={centre.data.name} />
  }
  if (view.mine || !view.actions.includes('accept')) {
    return (
      <>
        <CaseHead view={view} />
        <Card>
          <Notice tone="amber">
            {view.mine ? words.ownCase : acceptWords.notNow(applicationStates[view.state].label)}
          </Notice>
          <Button
            id="to-review-case"
            kind="secondary"
            onTap={() => openPage(`/packages/staff/case/index?id=${view.id}`)}
          >
            {words.toReview}
          </Button>
        </Card>
      </>
    )
  }
  return (
    <>
      {hasMovedOn && <Notice tone="amber">{acceptWords.movedOn}</Notice>}
      {problem !== undefined && <Notice tone="amber">{problem.message}</Notice>}
      <Comparison
        key={view.version}
        view={view}
        guide={guide.data}
        place={place}
        onAccepted={accepted}
        onRefused={() => {
          dropCompared(applicationId)
          setRefused(true)
          onAccepted()
        }}
        onMovedOn={() => {
          setMovedOn(true)
          void reload()
        }}
      />
    </>
  )
}
