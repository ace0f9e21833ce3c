import { Text, View } from '@tarojs/components'
import { listMine, type ApplicationRow } from '@shared/contracts/applications'
import { listMyParcels } from '@shared/contracts/deliveries'
import type { OutputOf } from '@shared/contracts/contract'
import { listInvitations, type SurveyInvitation } from '@shared/contracts/surveys'
import { applicationStates, draftLife, isEditableByApplicant } from '@shared/domain/application-workflow'
import { daysBetween } from '@shared/domain/civil-time'
import { invitationStandings } from '@shared/domain/rating'
import { foldParcels, progressGroupOf, resultParcel } from '@shared/domain/progress-list'
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
  const parcels = useQuery(listMyParcels, isSignedIn ? {} : undefined)
  const surveys = useQuery(listInvitations, isSignedIn ? {} : undefined)

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
  return (
    <WaitingForMe
      mine={data}
      parcels={parcels.data?.parcels ?? []}
      surveys={surveys.data?.invitations.filter(({ standing }) => invitationStandings[standing].isOpen) ?? []}
      unread={session.kind === 'known' ? session.unread : 0}
    />
  )
}

/** Days before a draft is deleted from which it is shown by itself. */
const warnFrom = Math.max(...draftLife.warnDaysBefore)

type MyParcel = OutputOf<typeof listMyParcels>['parcels'][number]

function WaitingForMe({
  mine,
  parcels,
  surveys,
  unread,
}: {
  readonly mine: OutputOf<typeof listMine>
  readonly parcels: readonly MyParcel[]
  readonly surveys: readonly SurveyInvitation[]
  readonly unread: number
}) {
  const today = serverToday()
  const waitingParcels = parcels.filter(({ group }) => group === 'needs-you')
  const waiting = foldParcels(mine.applications, parcels)
    .rows.filter((row) => progressGroupOf(row) === 'needs-you' && !isAboutParcel(row))
    .sort((left, right) => ((left.deadline?.dueOn ?? '9') < (right.deadline?.dueOn ?? '9') ? -1 : 1))
  const ending = mine.drafts.filter(({ keptUntil }) => daysBetween(today, keptUntil) <= warnFrom)
  const otherDrafts = mine.drafts.length - ending.length
  const isWaiting = waiting.length > 0 || waitingParcels.length > 0 || surveys.length > 0
  return (
    <Card id="needs-me" title={copy.needsMe.title} {...(isWaiting ? { tone: 'amber' } : {})}>
      {!isWaiting && mine.drafts.length === 0 && unread === 0 && <Text>{copy.needsMe.nothing}</Text>}
      {waitingParcels.map((parcel) => (
        <WaitingParcel key={`${parcel.direction} ${parcel.applicationId}`} parcel={parcel} />
      ))}
      {waiting.map((row) => (
        <WaitingApplication key={row.id} row={row} today={today} />
      ))}
      {surveys.map(({ applicationId, itemName, openUntil }) => (
        <Row
          key={applicationId}
          id={`survey-${applicationId}`}
          icon="star"
          title={copy.needsMe.survey(itemName)}
          aside={<Tag tone="amber">{copy.needsMe.surveyLeft(daysBetween(today, openUntil))}</Tag>}
          onTap={() => openPage(`/packages/surveys/rate/index?id=${applicationId}`)}
        />
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
      {unread > 0 && (
        <Row
          id="home-inbox"
          icon="bell"
          title={copy.needsMe.unread(unread)}
          onTap={() => openPage('/packages/notifications/inbox/index')}
        />
      )}
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

/** Whether an application waits for the person because of its parcel only, which has a line of its own. */
function isAboutParcel(row: Pick<ApplicationRow, 'state'> & { readonly parcels: readonly MyParcel[] }): boolean {
  const isParcelWaiting = row.parcels.some(({ group }) => group === 'needs-you')
  return isParcelWaiting && (resultParcel(row) !== undefined || progressGroupOf({ state: row.state }) !== 'needs-you')
}

const parcelPages = { out: 'parcel', in: 'originals' } as const

/** An address that is wanted, a parcel that could not be handed over, originals that are incomplete. */
function WaitingParcel({ parcel }: { readonly parcel: MyParcel }) {
  const { applicationId, direction, standing, itemName, next } = parcel
  return (
    <Row
      id={`waiting-parcel-${direction}-${applicationId}`}
      icon="parcel"
      title={`${standing} · ${itemName}`}
      detail={next}
      onTap={() => openPage(`/packages/deliveries/${parcelPages[direction]}/index?id=${applicationId}`)}
    />
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
