import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { cancelHomeVisit, getHomeVisit, type HomeVisitView } from '@shared/contracts/applications-window'
import { formatDateTime, formatShortDate } from '@shared/domain/civil-time'
import { homeVisitReasons, homeVisitStates } from '@shared/domain/home-visit-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Problem, Skeleton } from '../../../components/waiting'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { confirm } from '../../../platform/phone'
import { copy } from './copy'
import { RequestForm } from './request-form'

/** 上门服务: `id` is the application. */
export default function HomeVisit() {
  const { id = '' } = useRouter().params
  return (
    <Screen title={copy.title}>
      <SignedIn why={copy.signIn}>
        <HomeVisitOf applicationId={id} />
      </SignedIn>
    </Screen>
  )
}

function HomeVisitOf({ applicationId }: { readonly applicationId: string }) {
  const found = useQuery(getHomeVisit, { applicationId })
  const [isAgain, setAgain] = useState(false)
  if (found.data === undefined) {
    return found.problem === undefined ? (
      <Skeleton cards={2} />
    ) : (
      <Problem problem={found.problem} onRetry={() => void found.reload()} />
    )
  }
  const { visit } = found.data
  const replace = (next: HomeVisitView) => {
    setAgain(false)
    found.replace({ visit: next })
  }
  if (visit === undefined || isAgain) return <RequestForm applicationId={applicationId} onRequested={replace} />
  return <Standing visit={visit} onChanged={replace} onAgain={() => setAgain(true)} />
}

function Standing({
  visit,
  onChanged,
  onAgain,
}: {
  readonly visit: HomeVisitView
  readonly onChanged: (visit: HomeVisitView) => void
  readonly onAgain: () => void
}) {
  const { isBusy, run } = useCommand(cancelHomeVisit)
  const [refusal, setRefusal] = useState<string>()
  const cancel = async () => {
    if (!(await confirm({ title: copy.cancelTitle, content: copy.cancelContent, yes: copy.cancelYes }))) return
    const reply = await run({ visitId: visit.id })
    if (reply?.ok === true) onChanged(reply.data)
    else if (reply !== undefined) setRefusal(reply.error.message)
  }
  const { label, next, final: isOver } = homeVisitStates[visit.state]
  return (
    <View>
      {refusal !== undefined && (
        <Notice id="refusal" tone="red">
          {refusal}
        </Notice>
      )}
      <Card id="home-visit" title={label}>
        <Notice>{next}</Notice>
        <Facts>
          {visit.date !== undefined && (
            <Fact label={copy.when}>{`${formatShortDate(visit.date)} ${visit.from ?? ''}—${visit.to ?? ''}`}</Fact>
          )}
          {visit.answer !== undefined && <Fact label={copy.answer}>{visit.answer}</Fact>}
          <Fact label={copy.reason}>{homeVisitReasons[visit.reason]}</Fact>
          <Fact label={copy.explanation}>{visit.explanation}</Fact>
          <Fact label={copy.address}>{visit.address}</Fact>
          <Fact label={copy.requestedAt}>{formatDateTime(visit.requestedAt)}</Fact>
        </Facts>
      </Card>
      {visit.actions.includes('cancel') && (
        <Button id="cancel" kind="quiet" busy={isBusy && copy.cancelBusy} onTap={() => void cancel()}>
          {copy.cancel}
        </Button>
      )}
      {isOver && visit.actions.length === 0 && (
        <Button id="again" kind="secondary" onTap={onAgain}>
          {copy.again}
        </Button>
      )}
    </View>
  )
}
