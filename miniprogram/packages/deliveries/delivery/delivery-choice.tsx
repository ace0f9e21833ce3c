import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { chooseDelivery, type DeliveryView } from '@shared/contracts/deliveries'
import { deliveryStates, isAboutItsParcel, type DeliveryAction } from '@shared/domain/delivery-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import { Empty } from '../../../components/waiting'
import type { Query } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { confirm } from '../../../platform/phone'
import { showTop } from '../../../platform/show-part'
import { AddressSummary } from '../address-summary'
import { copy } from '../copy'
import { Standing } from '../standing'
import { useDeliveryStep } from '../use-delivery-step'
import { AddressChoice } from './address-choice'
import './delivery-choice.css'

/** The ways to an address: choosing the courier, changing the address, coming back from the window. */
const addressActions: readonly DeliveryAction[] = ['arrange', 'change-address', 'courier-instead']

/** What was chosen, and what can be chosen still. */
export function DeliveryChoice({
  view,
  delivery,
}: {
  readonly view: DeliveryView
  readonly delivery: Query<DeliveryView>
}) {
  const [isOpen, setOpen] = useState(false)
  const { address, actions, parcel } = view
  const canAddress = actions.some((action) => addressActions.includes(action))
  const isAtWindow = actions.includes('courier-instead')
  // What is collected at the window goes to no address, whatever was given before.
  const isForAddress = (canAddress && !isAtWindow) || isAboutItsParcel(view.state)
  // Without an address the form is what the page is for; one that is there is shown first.
  const isFormShown = canAddress && (isOpen || (address === undefined && !isAtWindow))

  if (!view.courierOffered && !canAddress && address === undefined && parcel === undefined) {
    return (
      <Empty
        icon="parcel"
        title={copy.delivery.notOffered}
        detail={copy.delivery.notOfferedDetail(view.place)}
        action={{
          id: 'to-case',
          words: copy.toCase,
          onTap: () => openPage(`/packages/applications/case/index?id=${view.applicationId}`),
        }}
      />
    )
  }
  return (
    <View>
      <HowItStands view={view} canAddress={canAddress} />
      {parcel !== undefined && (
        <Card>
          <Row
            id="to-parcel"
            icon="parcel"
            title={copy.delivery.toParcel}
            detail={copy.delivery.toParcelDetail}
            onTap={() => openPage(`/packages/deliveries/parcel/index?id=${view.applicationId}`)}
          />
        </Card>
      )}
      {!isFormShown && address !== undefined && isForAddress && (
        <Card id="address" title={copy.delivery.addressTitle}>
          <AddressSummary address={address} fee={view.fee} />
          {canAddress && parcel === undefined && (
            <Text className="delivery-choice__until">{copy.delivery.changeUntil}</Text>
          )}
        </Card>
      )}
      {isFormShown && (
        <AddressChoice
          view={view}
          delivery={delivery}
          onDone={() => {
            setOpen(false)
            showTop()
          }}
        />
      )}
      {canAddress && !isFormShown && (
        <Button
          id="change-address"
          kind={parcel === undefined ? 'secondary' : 'primary'}
          icon="edit"
          onTap={() => setOpen(true)}
        >
          {openWords(view)}
        </Button>
      )}
      {isOpen && (
        <Button id="change-back" kind="quiet" onTap={() => setOpen(false)}>
          {copy.delivery.changeBack}
        </Button>
      )}
      {actions.includes('collect-instead') && !isOpen && <ToWindow view={view} delivery={delivery} />}
    </View>
  )
}

function openWords({ actions, parcel }: DeliveryView): string {
  if (actions.includes('courier-instead')) return copy.delivery.toCourier
  return parcel === undefined ? copy.delivery.change : copy.delivery.again
}

function HowItStands({ view, canAddress }: { readonly view: DeliveryView; readonly canAddress: boolean }) {
  const { state, itemName, receiptNumber, address, place, actions } = view
  const which = { itemName, receiptNumber }
  if (state === 'none')
    return <Standing {...which} label={copy.delivery.wayTitle} meaning={copy.delivery.wait} tone="accent" />
  const { label, next, final } = deliveryStates[state]
  const isWaiting =
    canAddress && (address === undefined || view.parcel !== undefined) && !actions.includes('courier-instead')
  return (
    <Standing {...which} label={label} meaning={next} tone={final ? 'plain' : isWaiting ? 'amber' : 'accent'}>
      {actions.includes('courier-instead') && <Text>{copy.delivery.windowPlace(place)}</Text>}
    </Standing>
  )
}

/** Back to collecting at the window, after one question. */
function ToWindow({ view, delivery }: { readonly view: DeliveryView; readonly delivery: Query<DeliveryView> }) {
  const step = useDeliveryStep(chooseDelivery, delivery)
  const { applicationId, version, place } = view
  const change = async () => {
    const question = {
      title: copy.delivery.toWindowTitle,
      content: copy.delivery.toWindowContent(place),
      yes: copy.delivery.toWindowYes,
    }
    if (!(await confirm(question))) return
    await step.run({ applicationId, version, choice: { way: 'window' } }, copy.delivery.toWindowDone)
    showTop()
  }
  return (
    <View>
      {step.refusal !== undefined && (
        <Notice id="window-refusal" tone="red">
          {step.refusal.sentence}
        </Notice>
      )}
      <Button
        id="to-window"
        kind="quiet"
        icon="building"
        busy={step.isBusy && copy.delivery.toWindowBusy}
        onTap={() => void change()}
      >
        {copy.delivery.toWindow}
      </Button>
    </View>
  )
}
