import { Text } from '@tarojs/components'
import { getGuide } from '@shared/contracts/catalogue'
import { itemChanges } from '@shared/domain/item-changes'
import { contentOf } from '@shared/domain/item-content'
import { Card } from '../../../components/card'
import { Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { ChangeList } from '../change-list'
import { copy } from '../copy'

/** How two versions differ. */
export function VersionComparison({
  code,
  from,
  to,
}: {
  readonly code: string
  readonly from: number
  readonly to: number
}) {
  const before = useQuery(getGuide, { code, version: from })
  const after = useQuery(getGuide, { code, version: to })
  const problem = before.problem ?? after.problem
  if (problem !== undefined) {
    return <Problem problem={problem} onRetry={() => void before.reload().then(after.reload)} />
  }
  // The answers of the pair chosen before are still there while the new ones are on their way.
  if (before.data?.version !== from || after.data?.version !== to) return <Skeleton cards={1} />
  const changes = itemChanges(contentOf(before.data), contentOf(after.data))
  return (
    <Card id="comparison" title={copy.history.compare(from, to)} tone="accent">
      {changes.length === 0 ? <Text>{copy.history.same}</Text> : <ChangeList changes={changes} />}
    </Card>
  )
}
