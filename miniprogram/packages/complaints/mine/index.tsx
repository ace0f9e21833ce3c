import type { OutputOf } from '@shared/contracts/contract'
import { listMyComplaints, type ComplaintRow } from '@shared/contracts/complaints'
import { formatShortDate } from '@shared/domain/civil-time'
import { complaintKinds, complaintStates } from '@shared/domain/complaint-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Tag } from '../../../components/tag'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { usePages } from '../../../cloud/use-pages'
import { openPage } from '../../../platform/open-page'
import { mineWords as words } from '../copy'

const rowsOf = ({ complaints, next }: OutputOf<typeof listMyComplaints>) => ({ rows: complaints, next })
const write = () => openPage('/packages/complaints/send/index')

/** 我的投诉建议, the latest first. */
export default function MyComplaintsPage() {
  return (
    <Screen
      title={words.title}
      bar={
        <Button id="write" icon="edit" onTap={write}>
          {words.write}
        </Button>
      }
    >
      <SignedIn why={words.signIn}>
        <MyComplaints />
      </SignedIn>
    </Screen>
  )
}

function MyComplaints() {
  const pages = usePages<typeof listMyComplaints, ComplaintRow>(listMyComplaints, {}, rowsOf)
  const { rows, problem } = pages
  if (rows === undefined)
    return problem === undefined ? (
      <Skeleton cards={2} />
    ) : (
      <Problem problem={problem} onRetry={() => void pages.reload()} />
    )
  if (rows.length === 0) return <Empty icon="inbox" title={words.none} detail={words.noneDetail} />
  return (
    <>
      {problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      <Card>
        {rows.map((row) => (
          <Row
            key={row.id}
            id={`complaint-${row.id}`}
            title={row.subject}
            detail={`${complaintKinds[row.kind].label} · ${formatShortDate(row.sentAt)}`}
            aside={<Tag tone={toneOf(row)}>{complaintStates[row.state].label}</Tag>}
            onTap={() => openPage(`/packages/complaints/one/index?id=${row.id}`)}
          />
        ))}
      </Card>
      {pages.hasMore && (
        <Button id="more" kind="quiet" busy={pages.isLoading && words.loadingMore} onTap={() => void pages.loadMore()}>
          {words.more}
        </Button>
      )}
    </>
  )
}

/** Amber where it is the citizen's turn. */
function toneOf({ state, clock }: ComplaintRow): 'amber' | 'plain' | 'accent' {
  if (clock?.clock === 'confirm') return 'amber'
  return complaintStates[state].final ? 'plain' : 'accent'
}
