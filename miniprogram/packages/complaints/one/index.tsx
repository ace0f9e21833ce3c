import { useRouter } from '@tarojs/taro'
import { getComplaint } from '@shared/contracts/complaints'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { oneWords as words } from '../copy'
import { ComplaintDetails } from './complaint-details'

/** One's own complaint: how it stands, the answer, and one's own word about it. */
export default function ComplaintPage() {
  return (
    <Screen title={words.title}>
      <SignedIn why={words.signIn}>
        <Complaint />
      </SignedIn>
    </Screen>
  )
}

function Complaint() {
  const { id = '' } = useRouter().params
  const { data, problem, reload, replace } = useQuery(getComplaint, { complaintId: id })
  const isNotTheirs = problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  if (isNotTheirs || (data !== undefined && data.seenAs !== 'citizen'))
    return (
      <Empty
        title={words.none}
        detail={words.noneDetail}
        action={{ id: 'to-mine', words: words.toMine, onTap: () => openPage('/packages/complaints/mine/index') }}
      />
    )
  if (data === undefined)
    return problem === undefined ? <Skeleton cards={2} /> : <Problem problem={problem} onRetry={() => void reload()} />
  return <ComplaintDetails complaint={data} onChanged={replace} onMovedOn={() => void reload()} />
}
