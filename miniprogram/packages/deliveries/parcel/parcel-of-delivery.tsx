import { Text, View } from '@tarojs/components'
import { confirmParcel, type DeliveryView, type ParcelView } from '@shared/contracts/deliveries'
import { deliveryStates, isUnderWay, isWaitingForAddress } from '@shared/domain/delivery-workflow'
import { isAtItsEnd, parcelProgress } from '@shared/domain/parcel-track'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import type { Query } from '../../../cloud/use-query'
import { openPage } from '../../../platform/open-page'
import { confirm } from '../../../platform/phone'
import { showTop } from '../../../platform/show-part'
import { AddressSummary } from '../address-summary'
import { copy, progressMeanings, signatureMeanings } from '../copy'
import { ParcelCard } from '../parcel-card'
import { parcelTones } from '../parcel-tone'
import { Standing } from '../standing'
import { useDeliveryStep } from '../use-delivery-step'
import { EarlierParcels } from './earlier-parcels'
import { FailureChoice, Instruction } from './failure-choice'

/** The running parcel with what the applicant can do about it; before the posting, what there is to wait for. */
export function ParcelOfDelivery({
  view,
  delivery,
}: {
  readonly view: DeliveryView
  readonly delivery: Query<DeliveryView>
}) {
  const { parcel, actions, address } = view
  const toDelivery = () => openPage(`/packages/deliveries/delivery/index?id=${view.applicationId}`)
  if (parcel === undefined) {
    return (
      <View>
        <StandingOfDelivery view={view} />
        {actions.includes('change-address') && <Notice id="not-shipped">{copy.parcel.noneDetail}</Notice>}
        <Card>
          <Row id="to-delivery" icon="map" title={copy.parcel.toDelivery} onTap={toDelivery} />
        </Card>
        <EarlierParcels parcels={view.earlier} />
      </View>
    )
  }
  return (
    <View>
      {isUnderWay(view.state) || isAtItsEnd(parcel.progress) ? (
        <StandingOfParcel view={view} parcel={parcel} />
      ) : (
        <StandingOfDelivery view={view} />
      )}
      {isWaitingForAddress(view.state) && (
        <Card id="again" title={copy.parcel.againTitle} tone="amber">
          <Row
            id="to-delivery"
            icon="parcel"
            title={copy.parcel.again}
            detail={copy.parcel.againDetail}
            onTap={toDelivery}
          />
        </Card>
      )}
      <Instruction view={view} />
      {actions.includes('instruct') && <FailureChoice key={view.version} view={view} delivery={delivery} />}
      <ParcelCard parcel={parcel} />
      {actions.includes('sign') && <ConfirmReceipt view={view} delivery={delivery} />}
      {isUnderWay(view.state) || isWaitingForAddress(view.state) ? null : (
        <Card>
          <Row
            id="to-case"
            icon="file"
            title={copy.toCase}
            detail={copy.parcel.toCaseDetail}
            onTap={() => openPage(`/packages/applications/case/index?id=${view.applicationId}`)}
          />
        </Card>
      )}
      {address !== undefined && (
        <Card id="address" title={copy.delivery.addressTitle}>
          <AddressSummary address={address} />
        </Card>
      )}
      <EarlierParcels parcels={view.earlier} />
    </View>
  )
}

/** What was decided, where no track says it: before the posting, or where a person knew before the carrier did. */
function StandingOfDelivery({ view }: { readonly view: DeliveryView }) {
  const { itemName, receiptNumber, place, actions } = view
  const state = view.state === 'none' ? undefined : deliveryStates[view.state]
  return (
    <Standing
      label={state?.label ?? copy.parcel.none}
      meaning={
        view.parcel !== undefined && state?.final === true
          ? copy.parcel.confirmed
          : (state?.next ?? copy.parcel.noneDetail)
      }
      tone={isWaitingForAddress(view.state) ? 'amber' : state?.final === true ? 'green' : 'plain'}
      itemName={itemName}
      receiptNumber={receiptNumber}
    >
      {actions.includes('courier-instead') && <Text>{copy.delivery.windowPlace(place)}</Text>}
    </Standing>
  )
}

/** Where the parcel is, by its track. */
function StandingOfParcel({ view, parcel }: { readonly view: DeliveryView; readonly parcel: ParcelView }) {
  const { progress, signer } = parcel
  const { itemName, receiptNumber, address } = view
  const isUnasked = signer === 'locker' && address !== undefined && address.handOver !== 'locker'
  return (
    <View>
      <Standing
        label={parcelProgress[progress].label}
        meaning={signer === undefined ? progressMeanings[progress] : signatureMeanings[signer]}
        tone={parcelTones[progress]}
        itemName={itemName}
        receiptNumber={receiptNumber}
      />
      {isUnasked && (
        <Notice id="locker-unasked" tone="amber">
          {copy.parcel.lockerUnasked}
        </Notice>
      )}
    </View>
  )
}

/** 确认收到: closes the application, so it is asked once more. */
function ConfirmReceipt({ view, delivery }: { readonly view: DeliveryView; readonly delivery: Query<DeliveryView> }) {
  const step = useDeliveryStep(confirmParcel, delivery)
  const { applicationId, version } = view
  const take = async () => {
    const question = {
      title: copy.parcel.confirmTitle,
      content: copy.parcel.confirmContent,
      yes: copy.parcel.confirmYes,
    }
    if (!(await confirm(question))) return
    await step.run({ applicationId, version }, copy.parcel.confirmed)
    showTop()
  }
  return (
    <Card id="confirm" title={copy.parcel.confirmCard}>
      {step.refusal !== undefined && (
        <Notice id="confirm-refusal" tone="red">
          {step.refusal.sentence}
        </Notice>
      )}
      <View>{copy.parcel.confirmHint}</View>
      <View className="parcel-card__call">
        <Button
          id="confirm-parcel"
          kind="secondary"
          icon="check"
          busy={step.isBusy && copy.parcel.confirmBusy}
          onTap={() => void take()}
        >
          {copy.parcel.confirm}
        </Button>
      </View>
    </Card>
  )
}
