import { Text, View } from '@tarojs/components'
import type { ParcelView } from '@shared/contracts/deliveries'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { signers } from '@shared/domain/parcel-track'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Fact, Facts } from '../../components/facts'
import { Notice } from '../../components/notice'
import { callPhone, copyText } from '../../platform/phone'
import { copy } from './copy'
import './parcel-card.css'
import { ParcelTrack } from './parcel-track'

/** A parcel: who carries it under which number, when it comes or who signed, and its way so far. */
export function ParcelCard({ parcel }: { readonly parcel: ParcelView }) {
  const { carrier, waybill, expectedOn, signer } = parcel
  return (
    <View>
      {parcel.stuck && (
        <Notice id="stuck" tone="amber">
          {parcel.scans.length === 0 ? copy.parcel.stuckUnscanned : copy.parcel.stuck}
        </Notice>
      )}
      <Card id="parcel">
        <Waybill waybill={waybill} />
        <Facts>
          <Fact label={copy.parcel.carrier}>{carrier.name}</Fact>
          <Fact label={copy.parcel.shippedAt}>{formatDateTime(parcel.shippedAt)}</Fact>
          {signer !== undefined && <Fact label={copy.parcel.signer}>{signers[signer]}</Fact>}
          {expectedOn !== undefined && !parcel.stuck && (
            <Fact label={copy.parcel.arrives}>{copy.parcel.expected(formatDate(expectedOn))}</Fact>
          )}
        </Facts>
        <View className="parcel-card__call">
          <Button
            id="call-carrier"
            kind="secondary"
            icon="phone"
            label={`${copy.parcel.call}，${carrier.phone}`}
            onTap={() => callPhone(carrier.phone)}
          >
            {copy.parcel.callNumber(carrier.name, carrier.phone)}
          </Button>
        </View>
      </Card>
      <Card id="track" title={copy.parcel.track}>
        <ParcelTrack scans={parcel.scans} />
      </Card>
    </View>
  )
}

/** The number, to be read aloud or copied. */
function Waybill({ waybill }: { readonly waybill: string }) {
  return (
    <View className="parcel-card__waybill">
      <Text className="parcel-card__label">{copy.parcel.waybill}</Text>
      <View className="parcel-card__number">
        <Text userSelect>{waybill}</Text>
      </View>
      <Button
        id="copy-waybill"
        kind="quiet"
        small
        label={`${copy.parcel.copyWaybill}${copy.parcel.waybill}`}
        onTap={() => void copyText(waybill, copy.parcel.copied)}
      >
        {copy.parcel.copyWaybill}
      </Button>
    </View>
  )
}
