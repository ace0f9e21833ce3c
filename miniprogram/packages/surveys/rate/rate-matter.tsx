import { useState } from 'react'
import { Text } from '@tarojs/components'
import {
  amendRating,
  getInvitation,
  rateApplication,
  type RatingContent,
  type SurveyInvitation,
} from '@shared/contracts/surveys'
import { formatDate } from '@shared/domain/civil-time'
import { grades, invitationStandings } from '@shared/domain/rating'
import { formOf } from '../../../components/rating/rating-form'
import { Card } from '../../../components/card'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { rateWords as words } from '../copy'
import { AmendKept } from './amend-kept'
import { Answered } from './answered'
import { sentenceOf } from './answer-problem'
import { RatingScreen } from './rating-screen'
import { Thanks } from './thanks'
import { useGiving } from './use-giving'

/** 一事一评: a closed application of one's own. */
export function RateMatter({ applicationId }: { readonly applicationId: string }) {
  const invitation = useQuery(getInvitation, { applicationId })
  const { data, problem } = invitation
  const [isAnswering, setAnswering] = useState(false)
  // Once it was open here, the page stays what the person began, whatever the server says meanwhile.
  if (data !== undefined && (isAnswering || invitationStandings[data.standing].isOpen)) {
    return (
      <GiveAnswer
        invitation={data}
        onBegun={() => setAnswering(true)}
        onTaken={() => {
          setAnswering(false)
          void invitation.reload()
        }}
      />
    )
  }
  if (data !== undefined) return <Given invitation={data} />
  const isForeign = problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  return (
    <Screen title={words.title}>
      <SignedIn why={words.signIn}>
        {problem === undefined ? (
          <Skeleton cards={2} />
        ) : isForeign ? (
          <Empty
            icon="star"
            title={words.notMine}
            detail={words.notMineDetail}
            action={{ id: 'to-mine', words: words.toMine, onTap: () => openPage('/packages/surveys/mine/index') }}
          />
        ) : (
          <Problem problem={problem} onRetry={() => void invitation.reload()} />
        )}
      </SignedIn>
    </Screen>
  )
}

const thingOf = ({ itemName, department, closedAt }: SurveyInvitation) => ({
  name: itemName,
  detail: `${department} · ${words.closedOn(formatDate(closedAt))}`,
})

function GiveAnswer({
  invitation,
  onBegun,
  onTaken,
}: {
  readonly invitation: SurveyInvitation
  readonly onBegun: () => void
  /** There is an answer already, perhaps this one, whose reply was lost. */
  readonly onTaken: () => void
}) {
  const { isBusy, run } = useCommand(rateApplication)
  const { applicationId } = invitation
  const [isAmending, setAmending] = useState(false)
  const giving = useGiving({
    key: `matter-${applicationId}`,
    about: invitation.itemName,
    applicationId,
    send: async (content, author) => {
      onBegun()
      const reply = await run({ applicationId, content, author })
      if (reply?.ok === false && reply.error.code === 'ALREADY_RATED') onTaken()
      return reply
    },
  })
  const { given } = giving
  if (given !== undefined) {
    if (isAmending && given.kept !== undefined) return <AmendKept answer={given.kept} />
    if (isAmending) return <AmendNamed invitation={invitation} content={given.content} />
    const follow =
      given.kept === undefined ? `application=${applicationId}` : `kept=${encodeURIComponent(given.kept.id)}`
    return (
      <Thanks
        isBad={given.opensRectification}
        keepsTicket={given.author === 'anonymous'}
        follow={`/packages/surveys/rectification/index?${follow}`}
        amend={{ until: given.amendUntil, onTap: () => setAmending(true) }}
      />
    )
  }
  return (
    <RatingScreen
      thing={thingOf(invitation)}
      form={giving.form}
      author={giving.author}
      isBusy={isBusy}
      problem={giving.problem}
      onChange={giving.change}
      onSend={giving.give}
    />
  )
}

/** Amends a named answer, once. */
function AmendNamed({
  invitation,
  content: before,
}: {
  readonly invitation: SurveyInvitation
  readonly content: RatingContent
}) {
  const { isBusy, run } = useCommand(amendRating)
  const { applicationId } = invitation
  const [form, setForm] = useState(() => formOf(before))
  const [problem, setProblem] = useState<string>()
  const [amended, setAmended] = useState<{ readonly isBad: boolean }>()
  const amend = async (content: RatingContent) => {
    setProblem(undefined)
    const reply = await run({ of: { kind: 'named', applicationId }, content })
    if (reply === undefined) return
    if (reply.ok) setAmended({ isBad: reply.data.opensRectification || !grades[before.grade].isGood })
    else setProblem(sentenceOf(reply.error))
  }
  if (amended !== undefined) {
    return (
      <Thanks
        isAmendment
        isBad={amended.isBad}
        follow={`/packages/surveys/rectification/index?application=${applicationId}`}
      />
    )
  }
  return (
    <RatingScreen
      thing={thingOf(invitation)}
      form={form}
      author="named"
      amendsAs="named"
      isBusy={isBusy}
      problem={problem}
      onChange={setForm}
      onSend={amend}
    />
  )
}

/** What was said before, or that nothing can be said any more. */
function Given({ invitation }: { readonly invitation: SurveyInvitation }) {
  const [isAmending, setAmending] = useState(false)
  const { answer } = invitation
  const thing = thingOf(invitation)
  if (isAmending && answer !== undefined) return <AmendNamed invitation={invitation} content={answer.content} />
  return (
    <Screen title={words.title}>
      <Card id="rated" title={thing.name}>
        <Text>{thing.detail}</Text>
      </Card>
      <Answered invitation={invitation} onAmend={() => setAmending(true)} />
    </Screen>
  )
}
