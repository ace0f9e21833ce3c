import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import type { DeliveryView } from '@shared/contracts/deliveries'
import type { DeliveryAction } from '@shared/domain/delivery-workflow'
import type { Query } from '../../../cloud/use-query'
import { copy } from '../copy'
import { DeliveryPage } from '../delivery-page'
import { ParcelOfDelivery } from './parcel-of-delivery'

/** What only the page with the address can do. */
const addressWanted: readonly DeliveryAction[] = ['arrange', 'change-address']

/** Where the result is on its way to the applicant. */
export default function Parcel() {
  return (
    <DeliveryPage title={copy.parcel.title}>
      {(view, delivery) => <ParcelOrAddress view={view} delivery={delivery} />}
    </DeliveryPage>
  )
}

/** Before there is a parcel or an address for it, the address is what to look after. */
function ParcelOrAddress({ view, delivery }: { readonly view: DeliveryView; readonly delivery: Query<DeliveryView> }) {
  const { applicationId, parcel, address, actions } = view
  const isAddressWanted =
    parcel === undefined && address === undefined && actions.some((action) => addressWanted.includes(action))
  useEffect(() => {
    if (isAddressWanted) void Taro.redirectTo({ url: `/packages/deliveries/delivery/index?id=${applicationId}` })
  }, [isAddressWanted, applicationId])
  return isAddressWanted ? null : <ParcelOfDelivery view={view} delivery={delivery} />
}
