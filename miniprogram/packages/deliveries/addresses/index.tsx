import { useRouter } from '@tarojs/taro'
import { listAddresses } from '@shared/contracts/deliveries'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { copy } from '../copy'
import { AddressEditor } from './address-editor'
import { AddressList } from './address-list'
import { addressesPage, newAddress } from './address-pages'

/** 收件地址: the person's saved addresses; `edit` names one to change, or a new one. */
export default function Addresses() {
  const { edit } = useRouter().params
  const { addresses: words } = copy
  const title = edit === undefined ? words.title : edit === newAddress ? words.newTitle : words.editTitle
  return (
    <Screen title={title}>
      <SignedIn why={words.why}>
        <Loaded edit={edit} />
      </SignedIn>
    </Screen>
  )
}

function Loaded({ edit }: { readonly edit: string | undefined }) {
  const { data, problem, reload, replace } = useQuery(listAddresses, {})
  if (data === undefined) {
    return problem === undefined ? <Skeleton cards={2} /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  if (edit === undefined) return <AddressList addresses={data.addresses} onChanged={replace} />
  const address = data.addresses.find(({ id }) => id === edit)
  if (address === undefined && edit !== newAddress) {
    return (
      <Empty
        icon="map"
        title={copy.addresses.gone}
        detail={copy.addresses.goneDetail}
        action={{ id: 'to-addresses', words: copy.addresses.toList, onTap: () => openPage(addressesPage) }}
      />
    )
  }
  return <AddressEditor address={address} isFirst={data.addresses.length === 0} />
}
