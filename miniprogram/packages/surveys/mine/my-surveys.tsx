import { useState } from 'react'
import { Text } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { listInvitations, type SurveyInvitation } from '@shared/contracts/surveys'
import type { OutputOf } from '@shared/contracts/contract'
import { daysBetween, formatDate } from '@shared/domain/civil-time'
import { grades, invitationStandings } from '@shared/domain/rating'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Row } from '../../../components/row'
import { Tag } from '../../../components/tag'
import { Notice } from '../../../components/notice'
import { Problem, Skeleton } from '../../../components/waiting'
import { serverToday } from '../../../cloud/server-time'
import { usePages } from '../../../cloud/use-pages'
import { openPage } from '../../../platform/open-page'
import { mineWords as words, rateWords } from '../copy'
import { findKeptAnswers } from '../kept-answers'
import { KeptAnswerRow } from './kept-answer-row'
import { RectificationRow } from './rectification-row'

const rowsOf = ({ invitations, next }: OutputOf<typeof listInvitations>) => ({ rows: invitations, next })

const isOpen = ({ standing }: SurveyInvitation) => invitationStandings[standing].isOpen
const isBad = ({ answer }: SurveyInvitation) => answer !== undefined && !grades[answer.content.grade].isGood

export function MySurveys() {
  const pages = usePages<typeof listInvitations, SurveyInvitation>(listInvitations, {}, rowsOf)
  const { rows, problem } = pages
  const [kept, setKept] = useState(findKeptAnswers)
  useDidShow(() => setKept(findKeptAnswers()))
  const open = rows?.filter(isOpen) ?? []
  const others = rows?.filter((row) => !isOpen(row)) ?? []
  const bad = others.filter(isBad)
  return (
    <>
      {rows === undefined && problem === undefined && <Skeleton cards={2} />}
      {rows === undefined && problem !== undefined && <Problem problem={problem} onRetry={() => void pages.reload()} />}
      {rows !== undefined && problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {rows !== undefined && (
        <Card id="open-surveys" title={words.open} {...(open.length > 0 ? { tone: 'amber' } : {})}>
          {open.length === 0 && <Text>{words.nothingOpen}</Text>}
          {open.map(({ applicationId, itemName, department, openUntil }) => (
            <Row
              key={applicationId}
              id={`survey-${applicationId}`}
              icon="star"
              title={itemName}
              detail={department}
              aside={<Tag tone="amber">{words.daysLeft(daysBetween(serverToday(), openUntil))}</Tag>}
              onTap={() => openRating(applicationId)}
            />
          ))}
        </Card>
      )}
      {bad.length > 0 && (
        <Card id="rectifications" title={words.bad}>
          {bad.map(({ applicationId, itemName }) => (
            <RectificationRow
              key={applicationId}
              id={`rectification-of-${applicationId}`}
              about={itemName}
              of={{ kind: 'named', applicationId }}
              address={`/packages/surveys/rectification/index?application=${applicationId}`}
            />
          ))}
        </Card>
      )}
      {kept.length > 0 && (
        <Card id="kept-answers" title={words.here}>
          <Text>{words.hereDetail}</Text>
          {kept.map((answer) => (
            <KeptAnswerRow key={answer.id} answer={answer} onForgotten={() => setKept(findKeptAnswers())} />
          ))}
        </Card>
      )}
      {others.length > 0 && (
        <Card id="answered-surveys" title={words.answered}>
          {others.map((row) => (
            <Row
              key={row.applicationId}
              id={`survey-${row.applicationId}`}
              title={row.itemName}
              detail={rateWords.closedOn(formatDate(row.closedAt))}
              aside={<Tag>{saidOf(row)}</Tag>}
              onTap={() => openRating(row.applicationId)}
            />
          ))}
        </Card>
      )}
      {pages.hasMore && (
        <Button
          id="surveys-more"
          kind="quiet"
          busy={pages.isLoading && words.loadingMore}
          onTap={() => void pages.loadMore()}
        >
          {words.more}
        </Button>
      )}
      <Card>
        <Row
          id="to-praise"
          icon="star"
          title={words.praise}
          detail={words.praiseDetail}
          onTap={() => openPage('/packages/surveys/praise/index')}
        />
      </Card>
    </>
  )
}

const openRating = (applicationId: string) => openPage(`/packages/surveys/rate/index?id=${applicationId}`)

function saidOf({ standing, answer }: SurveyInvitation): string {
  if (answer !== undefined) return grades[answer.content.grade].label
  return invitationStandings[standing].isAnswered ? words.anonymously : words.over
}
