import { View } from '@tarojs/components'
import { getCentre } from '@shared/contracts/catalogue'
import type { SurveyInvitation } from '@shared/contracts/surveys'
import { formatDate } from '@shared/domain/civil-time'
import { grades, invitationStandings } from '@shared/domain/rating'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/waiting'
import { serverNow } from '../../../cloud/server-time'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { callPhone } from '../../../platform/phone'
import { mineWords, rateWords as words, thanksWords } from '../copy'
import { findKeptAnswers } from '../kept-answers'
import { AnswerGiven } from '../answer-given'
import { AmendButton } from './amend-button'
import './thanks.css'

/** An invitation that is not open any more: what was said, and the ways on. */
export function Answered({
  invitation,
  onAmend,
}: {
  readonly invitation: SurveyInvitation
  readonly onAmend: () => void
}) {
  const { applicationId, answer, standing, openUntil } = invitation
  if (answer !== undefined) {
    const isBad = !grades[answer.content.grade].isGood
    const amendUntil = answer.amendUntil ?? 0
    return (
      <>
        <Card id="answer" title={words.yours}>
          <AnswerGiven content={answer.content} />
        </Card>
        <View className="thanks__actions">
          {isBad && (
            <Button
              id="follow"
              icon="progress"
              onTap={() => openPage(`/packages/surveys/rectification/index?application=${applicationId}`)}
            >
              {thanksWords.follow}
            </Button>
          )}
          {amendUntil > serverNow() && <AmendButton until={amendUntil} onTap={onAmend} />}
          <ToMine />
        </View>
      </>
    )
  }
  if (!invitationStandings[standing].isAnswered) return <Over openUntil={openUntil} />
  const kept = findKeptAnswers().find((each) => each.applicationId === applicationId && each.isSent)
  return (
    <>
      <Empty
        icon="check-circle"
        title={words.saidAnonymously}
        detail={kept === undefined ? words.saidAnonymouslyElsewhere : words.saidAnonymouslyHere}
      />
      <View className="thanks__actions">
        {kept?.opensRectification === true && (
          <Button
            id="follow"
            icon="progress"
            onTap={() => openPage(`/packages/surveys/rectification/index?kept=${encodeURIComponent(kept.id)}`)}
          >
            {thanksWords.follow}
          </Button>
        )}
        {kept !== undefined && kept.amendUntil > serverNow() && (
          <AmendButton
            until={kept.amendUntil}
            onTap={() => openPage(`/packages/surveys/rate/index?kept=${encodeURIComponent(kept.id)}`)}
          />
        )}
        <ToMine />
      </View>
    </>
  )
}

function ToMine() {
  return (
    <Button id="to-mine" kind="quiet" onTap={() => openPage('/packages/surveys/mine/index')}>
      {mineWords.title}
    </Button>
  )
}

function Over({ openUntil }: { readonly openUntil: string }) {
  const { data: centre } = useQuery(getCentre, {})
  return (
    <>
      <Empty icon="clock" title={words.over} detail={words.overDetail(formatDate(openUntil))} />
      <View className="thanks__actions">
        {centre !== undefined && (
          <Button id="complain" kind="secondary" icon="phone" onTap={() => callPhone(centre.complaintPhone)}>
            {centre.complaintPhone}
          </Button>
        )}
        <ToMine />
      </View>
    </>
  )
}
