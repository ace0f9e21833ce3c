import { useRouter } from '@tarojs/taro'
import { getGuide } from '@shared/contracts/catalogue'
import { getEditableItem, publishItemDraft } from '@shared/contracts/catalogue-editing'
import { Screen } from '../../../components/screen'
import { StaffOnly } from '../../../components/staff-only'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { returnTo } from '../../../platform/open-page'
import { copy } from '../copy'
import { PublishForm } from './publish-form'

/** The last look before a draft becomes the published version: what differs, and what keeps it back. */
export default function PublishPage() {
  const { code = '' } = useRouter().params
  return (
    <Screen title={copy.publish.title}>
      <StaffOnly contract={publishItemDraft}>{() => <Publishing code={code} />}</StaffOnly>
    </Screen>
  )
}

function Publishing({ code }: { readonly code: string }) {
  const { data: item, problem, reload } = useQuery(getEditableItem, { code })
  const version = item?.version
  const published = useQuery(getGuide, version === undefined ? undefined : { code, version })
  const failed = problem ?? published.problem
  if (failed !== undefined && (item === undefined || published.data === undefined)) {
    return <Problem problem={failed} onRetry={() => void reload().then(published.reload)} />
  }
  if (item === undefined || (version !== undefined && published.data?.version !== version)) return <Skeleton />
  if (item.revision === 0) {
    return (
      <Empty
        title={copy.publish.noDraft}
        detail={copy.publish.noDraftDetail}
        action={{
          id: 'to-items',
          words: copy.publish.toItems,
          onTap: () => returnTo('/packages/catalogue-editor/items/index'),
        }}
      />
    )
  }
  return <PublishForm item={item} published={published.data} onStale={() => void reload()} />
}
