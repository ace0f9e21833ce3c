import { Text } from '@tarojs/components'
import { getDelivery } from '@shared/contracts/deliveries'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Row } from '../../../components/row'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { copy } from './copy'
import './slip-view.css'

/** Where the result can come by courier: the address can be given now, and nothing waits for it. */
export function DeliveryCard({ applicationId }: { readonly applicationId: string }) {
  const { data: view } = useQuery(getDelivery, { applicationId })
  if (view === undefined || view.actions.length === 0) return null
  const open = () => openPage(`/packages/deliveries/delivery/index?id=${applicationId}`)
  return (
    <Card id="delivery" title={copy.deliveryTitle}>
      {view.address === undefined ? (
        <>
          <Text className="slip-view__hint">{copy.deliveryHint}</Text>
          <Button id="give-address" kind="secondary" icon="map" onTap={open}>
            {copy.giveAddress}
          </Button>
        </>
      ) : (
        <Row
          id="to-delivery"
          icon="map"
          title={copy.addressGiven}
          detail={`${view.address.name} ${view.address.city}${view.address.detail}`}
          onTap={open}
        />
      )}
    </Card>
  )
}
