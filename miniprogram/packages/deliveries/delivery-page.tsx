import type { ReactNode } from 'react'
import { useRouter } from '@tarojs/taro'
import { getDelivery, type DeliveryView } from '@shared/contracts/deliveries'
import { Screen } from '../../components/screen'
import { SignedIn } from '../../components/signed-in'
import { Notice } from '../../components/notice'
import { Empty, Problem, Skeleton } from '../../components/waiting'
import { useQuery, type Query } from '../../cloud/use-query'
import { openPage } from '../../platform/open-page'
import { copy } from './copy'

/** A page about one application's delivery: `id` names the application. */
export function DeliveryPage({
  title,
  children,
}: {
  readonly title: string
  readonly children: (view: DeliveryView, delivery: Query<DeliveryView>) => ReactNode
}) {
  return (
    <Screen title={title}>
      <SignedIn why={copy.signIn}>
        <Loaded>{children}</Loaded>
      </SignedIn>
    </Screen>
  )
}

function Loaded({ children }: { readonly children: (view: DeliveryView, delivery: Query<DeliveryView>) => ReactNode }) {
  const { id = '' } = useRouter().params
  const delivery = useQuery(getDelivery, id === '' ? undefined : { applicationId: id })
  const { data: view, problem } = delivery
  if (view !== undefined) {
    return (
      <>
        {problem !== undefined && <Notice tone="amber">{problem.message}</Notice>}
        {children(view, delivery)}
      </>
    )
  }
  // An address that was cut off is no application either.
  if (id === '' || problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT') {
    return (
      <Empty
        icon="parcel"
        title={copy.notFound}
        detail={copy.notFoundDetail}
        action={{ id: 'to-progress', words: copy.toProgress, onTap: () => openPage('/pages/progress/index') }}
      />
    )
  }
  return problem === undefined ? <Skeleton /> : <Problem problem={problem} onRetry={() => void delivery.reload()} />
}
