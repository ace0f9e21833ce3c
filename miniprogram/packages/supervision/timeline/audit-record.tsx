import { Text, View } from '@tarojs/components'
import { getTimeline, listUrgent } from '@shared/contracts/supervision'
import { applicationStates } from '@shared/domain/application-workflow'
import { mayCall } from '../../../cloud/may-call'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import type { Staff } from '../../../components/staff-only'
import { Problem, Skeleton } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { spoken } from '../../../platform/spoken'
import { timelineWords } from '../copy'
import { ChainEntry, placeOf } from './chain-entry'
import { VerificationMark } from './verification-mark'
import './audit-record.css'

/** What a case is, whether its record is whole, and every entry from the first one on. */
export function AuditRecord({ applicationId, staff }: { readonly applicationId: string; readonly staff: Staff }) {
  const { data, problem, reload } = useQuery(getTimeline, { applicationId })
  if (data === undefined) {
    return problem === undefined ? <Skeleton cards={3} /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  const faulty = new Set(data.verification.faults.map(placeOf))
  // Administrators have no part in cases: only supervisors can open one.
  const mayOpen = mayCall(listUrgent, staff)
  return (
    <View>
      {problem !== undefined && <Notice tone="red">{problem.message}</Notice>}
      <VerificationMark verification={data.verification} count={data.entries.length} />
      <Card>
        <Facts>
          <Fact label={timelineWords.receipt}>{data.receiptNumber}</Fact>
          <Fact label={timelineWords.item}>{data.itemName}</Fact>
          <Fact label={timelineWords.department}>{data.department}</Fact>
          <Fact label={timelineWords.state}>{applicationStates[data.state].label}</Fact>
        </Facts>
        {mayOpen && (
          <View className="audit-record__open">
            <Button
              id="open-case"
              kind="secondary"
              onTap={() => openPage(`/packages/staff/case/index?id=${applicationId}`)}
            >
              {timelineWords.openCase}
            </Button>
          </View>
        )}
      </Card>
      <Text className="audit-record__count">{timelineWords.entries(data.entries.length)}</Text>
      <View {...spoken({ role: 'list' })}>
        {data.entries.map((entry, place) => (
          <ChainEntry key={place} entry={entry} isFaulty={faulty.has(placeOf(entry))} />
        ))}
      </View>
    </View>
  )
}
