import { Text, View } from '@tarojs/components'
import { getDelivery, type DeliveryView } from '@shared/contracts/deliveries'
import { deliveryStates, isUnderWay, type DeliveryAction } from '@shared/domain/delivery-workflow'
import { originalsParcelStates } from '@shared/domain/originals-parcel-workflow'
import { parcelProgress } from '@shared/domain/parcel-track'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Row } from '../../../components/row'
import { Tag } from '../../../components/tag'
import { useQuery } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { copy } from './copy'
import './delivery.css'

/** What gives the courier an address. */
const addressActions: readonly DeliveryAction[] = ['arrange', 'change-address', 'courier-instead']

/** The result's way to the applicant, and originals' way to the centre, each with its next step. */
export function Delivery({ applicationId }: { readonly applicationId: string }) {
  const { data: view } = useQuery(getDelivery, { applicationId })
  if (view === undefined) return null
  const isOpen = view.state !== 'none' || view.actions.length > 0
  const hasOriginals = view.originalsWanted !== undefined || view.originals.length > 0
  if (!isOpen && !hasOriginals) return null
  return (
    <View>
      {isOpen && <ResultCard view={view} />}
      {hasOriginals && <OriginalsCard view={view} />}
    </View>
  )
}

function ResultCard({ view }: { readonly view: DeliveryView }) {
  const { state, parcel, address, actions, applicationId, instruction } = view
  const canAddress = actions.some((action) => addressActions.includes(action))
  const isWanted = canAddress && (address === undefined || parcel !== undefined) && !actions.includes('courier-instead')
  const words = state === 'none' ? { label: undefined, next: copy.deliveryOffer } : deliveryStates[state]
  const label = parcel !== undefined && isUnderWay(state) ? parcelProgress[parcel.progress].label : words.label
  const [latest] = parcel?.scans ?? []
  const hasToSay = actions.includes('instruct') && instruction === undefined
  const hasSaid = actions.includes('instruct') && instruction !== undefined
  const isUrgent = hasToSay || (isWanted && state !== 'none')
  return (
    <Card
      id="delivery"
      title={copy.delivery}
      {...(label === undefined ? {} : { aside: <Tag tone={isUrgent ? 'amber' : 'accent'}>{label}</Tag> })}
      {...(isUrgent ? { tone: 'amber' as const } : {})}
    >
      <Text className="case-delivery__next">
        {hasToSay ? copy.deliveryFailed : hasSaid ? copy.deliveryAnswered : words.next}
      </Text>
      {isWanted && (
        <Button
          id="give-address"
          icon="map"
          kind={isUrgent ? 'primary' : 'secondary'}
          onTap={() => openPage(`/packages/deliveries/delivery/index?id=${applicationId}`)}
        >
          {parcel === undefined ? copy.giveAddress : copy.sendAgain}
        </Button>
      )}
      {parcel !== undefined && (
        <Row
          id="to-parcel"
          icon="parcel"
          title={hasToSay ? copy.chooseFailure : copy.toParcel}
          {...(latest === undefined ? {} : { detail: latest.text })}
          onTap={() => openPage(`/packages/deliveries/parcel/index?id=${applicationId}`)}
        />
      )}
      {parcel === undefined && !isWanted && (
        <Row
          id="to-delivery"
          icon="map"
          title={canAddress ? copy.changeDelivery : copy.toDelivery}
          {...(address === undefined ? {} : { detail: `${address.name} ${address.city}${address.detail}` })}
          onTap={() => openPage(`/packages/deliveries/delivery/index?id=${applicationId}`)}
        />
      )}
    </Card>
  )
}

function OriginalsCard({ view }: { readonly view: DeliveryView }) {
  const [latest] = view.originals
  return (
    <Card id="originals">
      <Row
        id="to-originals"
        icon="send"
        title={copy.originals}
        detail={latest === undefined ? copy.originalsDetail : originalsParcelStates[latest.state].next}
        {...(latest === undefined
          ? {}
          : { aside: <Tag tone="accent">{originalsParcelStates[latest.state].label}</Tag> })}
        onTap={() => openPage(`/packages/deliveries/originals/index?id=${view.applicationId}`)}
      />
    </Card>
  )
}
