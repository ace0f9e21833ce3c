import { Text } from '@tarojs/components'
import { listPhoneTasks } from '@shared/contracts/notifications'
import { revealApplicant } from '@shared/contracts/applications'
import { mayCall } from '../../../cloud/may-call'
import { useQuery } from '../../../cloud/use-query'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { callWords, words } from '../copy'
import { PhoneTaskCard } from './phone-task-card'
import { StaffOnly, type Staff } from '../../../components/staff-only'

/** People who must hear of a step and whom no message reached: to be phoned. */
export default function CallsPage() {
  return (
    <Screen title={callWords.title}>
      <StaffOnly contract={listPhoneTasks}>{(staff) => <Calls staff={staff} />}</StaffOnly>
    </Screen>
  )
}

function Calls({ staff }: { readonly staff: Staff }) {
  const { data, problem, reload, replace } = useQuery(listPhoneTasks, {})
  // Who may not see numbers cannot phone either: 督查 reads the list.
  const canCall = mayCall(revealApplicant, staff)
  if (data === undefined)
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  if (data.tasks.length === 0) return <Empty icon="phone" title={callWords.empty} detail={callWords.emptyDetail} />
  return (
    <>
      <Notice>{canCall ? callWords.lead : words.readCalls}</Notice>
      {problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      {data.tasks.map((task) => (
        <PhoneTaskCard
          key={task.id}
          task={task}
          canCall={canCall}
          onFinished={() => {
            replace({ tasks: data.tasks.filter(({ id }) => id !== task.id) })
            void reload()
          }}
        />
      ))}
      {data.tasks.length >= 50 && <Text>{callWords.most}</Text>}
    </>
  )
}
