import { Text, View } from '@tarojs/components'
import { listMine, type ApplicationRow } from '@shared/contracts/applications'
import type { OutputOf } from '@shared/contracts/contract'
import {
  applicationStates,
  draftLife,
  isEditableByApplicant,
  progressGroups,
} from '@shared/domain/application-workflow'
import { daysBetween } from '@shared/domain/civil-time'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { DeadlineTag } from '../../components/deadline-tag'
import { Row } from '../../components/row'
import { Tag } from '../../components/tag'
import { Problem, Skeleton } from '../../components/waiting'
import { serverToday } from '../../cloud/server-time'
import { useSession } from '../../cloud/session'
import { useQuery } from '../../cloud/use-query'
import { openPage } from '../../platform/open-page'
import { copy } from './copy'
import './needs-me.css'

/** 需要我处理: what stands still until the person does something, each with the way there. */
export function NeedsMe() {
  const session = useSession()
  const isSignedIn = session.kind === 'known' && session.signedIn
  const { data, problem, reload } = useQuery(listMine, isSignedIn ? {} : undefined)

  if (session.kind === 'known' && !session.signedIn) {
    return (
      <Card id="needs-me" title={copy.needsMe.title}>
        <Text>{copy.needsMe.signIn}</Text>
        <View className="needs-me__sign-in">
          <Button
            id="home-sign-in"
            kind="secondary"
            icon="user"
            onTap={() => openPage('/packages/residents/sign-in/index')}
          >
            {copy.needsMe.goSignIn}
          </Button>
        </View>
      </Card>
    )
  }
  if (data === undefined) {
    if (problem === undefined) return <Skeleton cards={1} />
    return (
      <Card id="needs-me" title={copy.needsMe.title}>
        <Problem problem={problem} onRetry={() => void reload()} />
      </Card>
    )
  }
  return <WaitingForMe mine={data} />
}

/** Days before a draft is deleted from which it is shown by itself. */
const warnFrom = Math.max(...draftLife.warnDaysBefore)

function WaitingForMe({ mine }: { readonly mine: OutputOf<typeof listMine> }) {
  const today = serverToday()
  const waiting = mine.applications
    .filter((row) => progressGroups[row.state] === 'needs-you')
    .sort((left, right) => ((left.deadline?.dueOn ?? '9') < (right.deadline?.dueOn ?? '9') ? -1 : 1))
  const ending = mine.drafts.filter(({ keptUntil }) => daysBetween(today, keptUntil) <= warnFrom)
  const otherDrafts = mine.drafts.length - ending.length
  const isNothing = waiting.length === 0 && mine.drafts.length === 0
  return (
    <Card id="needs-me" title={copy.needsMe.title} {...(waiting.length > 0 ? { tone: 'amber' } : {})}>
      {isNothing && <Text>{copy.needsMe.nothing}</Text>}
      {waiting.map((row) => (
        <WaitingApplication key={row.id} row={row} today={today} />
      ))}
      {ending.map(({ itemCode, itemName, keptUntil }) => (
        <Row
          key={itemCode}
          id={`draft-${itemCode}`}
          icon="edit"
          title={itemName}
          detail={copy.needsMe.draft}
          aside={<Tag tone="amber">{copy.needsMe.draftEnds(daysBetween(today, keptUntil))}</Tag>}
          onTap={() => openPage(`/packages/applications/apply/index?item=${itemCode}`)}
        />
      ))}
      {otherDrafts > 0 && (
        <Row
          id="other-drafts"
          icon="edit"
          title={copy.needsMe.otherDrafts(otherDrafts)}
          onTap={() => openPage('/pages/progress/index')}
        />
      )}
    </Card>
  )
}

/** One that waits: straight to the correction where there is one, else to the case. */
function WaitingApplication({ row, today }: { readonly row: ApplicationRow; readonly today: string }) {
  const { label, next } = applicationStates[row.state]
  const page = isEditableByApplicant(row.state) ? 'correct' : 'case'
  return (
    <Row
      id={`waiting-${row.id}`}
      icon="hourglass"
      title={`${label} · ${row.itemName}`}
      detail={
        <>
          <Text className="row__detail">{next}</Text>
          {row.deadline !== undefined && (
            <View className="needs-me__left">
              <DeadlineTag deadline={row.deadline} today={today} />
            </View>
          )}
        </>
      }
      onTap={() => openPage(`/packages/applications/${page}/index?id=${row.id}`)}
    />
  )
}
