import { exportItems, listEditableItems } from '@shared/contracts/catalogue-editing'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { copy } from '../copy'
import { ExportCard } from './export-card'
import { ImportCard } from './import-card'

/** Items out into files, and back in. */
export default function TransferPage() {
  return (
    <Screen title={copy.transfer.title}>
      <StaffOnly contract={exportItems}>{() => <Transfer />}</StaffOnly>
    </Screen>
  )
}

function Transfer() {
  const { data, problem, reload } = useQuery(listEditableItems, {})
  if (data === undefined) {
    return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  return (
    <>
      <ExportCard items={data.items} />
      <ImportCard onTaken={() => void reload()} />
    </>
  )
}
