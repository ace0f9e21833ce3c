import { useEffect } from 'react'
import { useRouter } from '@tarojs/taro'
import { channels, type Channel } from '@shared/domain/item'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { ApplyForm } from './apply-form'
import { copy } from './copy'
import { useDraft } from './use-draft'

/** Applying for a matter: `item` is its code, `channel` the way chosen before, if any. */
export default function ApplyPage() {
  const { item = '', channel } = useRouter().params
  return <Apply key={item} itemCode={item} channel={channelNamed(channel)} />
}

/** After signing in on the way: the draft is opened. */
function Resume({ onSignedIn }: { readonly onSignedIn: () => void }) {
  useEffect(onSignedIn, [onSignedIn])
  return <Skeleton />
}

const channelNamed = (text: string | undefined): Channel | undefined =>
  (Object.keys(channels) as Channel[]).find((channel) => channel === text)

function Apply({ itemCode, channel }: { readonly itemCode: string; readonly channel: Channel | undefined }) {
  const hand = useDraft(itemCode, channel)
  const { state } = hand
  switch (state.kind) {
    case 'open':
      return <ApplyForm hand={hand} draft={state.draft} />
    case 'opening':
      return (
        <Screen title={copy.title}>
          <Skeleton />
        </Screen>
      )
    case 'visitor':
      return (
        <Screen title={copy.title}>
          <SignedIn why={copy.signIn}>
            <Resume onSignedIn={hand.retry} />
          </SignedIn>
        </Screen>
      )
    case 'problem':
      return (
        <Screen title={copy.title}>
          {state.problem.code === 'ITEM_NOT_FOUND' || state.problem.code === 'INVALID_INPUT' ? (
            <Empty
              icon="search"
              title={copy.noItem}
              detail={copy.noItemDetail}
              action={{ id: 'to-services', words: copy.toServices, onTap: () => openPage('/pages/services/index') }}
            />
          ) : (
            <Problem problem={state.problem} onRetry={hand.retry} />
          )}
        </Screen>
      )
  }
}
