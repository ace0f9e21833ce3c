import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { DeskRow, ParcelView } from '@shared/contracts/deliveries'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { parcelProgress, signers } from '@shared/domain/parcel-track'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Timeline } from '../../../components/timeline'
import { ToolButton } from '../../../components/tool-button'
import { callPhone, copyText } from '../../../platform/phone'
import { itemWords, words } from '../copy'
import './parcel-card.css'
import { WaybillForm } from './waybill-form'

/** The parcel: its waybill, whom to call, and what the carrier has said. */
export function ParcelCard({
  row,
  parcel,
  onCorrected,
}: {
  readonly row: DeskRow
  readonly parcel: ParcelView
  readonly onCorrected: (row: DeskRow) => void
}) {
  const [isCorrecting, setCorrecting] = useState(false)
  const { carrier } = parcel
  const signer = parcel.signer === undefined ? '' : `（${signers[parcel.signer]}）`
  return (
    <Card id="parcel" title={carrier.name}>
      {parcel.stuck && (
        <Notice tone="amber">{parcel.scans.length === 0 ? itemWords.stuckUnscanned : itemWords.stuck}</Notice>
      )}
      <Facts>
        <Fact label={itemWords.waybill}>{parcel.waybill}</Fact>
        <Fact label={itemWords.standing}>{`${parcelProgress[parcel.progress].label}${signer}`}</Fact>
        <Fact label={itemWords.shippedAt}>{formatDateTime(parcel.shippedAt)}</Fact>
        {parcel.expectedOn !== undefined && <Fact label={itemWords.expected}>{formatDate(parcel.expectedOn)}</Fact>}
      </Facts>
      <View className="parcel-card__tools">
        <ToolButton
          id="copy-waybill"
          icon="file"
          words={itemWords.copyWaybill}
          onTap={() => void copyText(parcel.waybill, itemWords.copied)}
        />
        <ToolButton
          id="call-carrier"
          icon="phone"
          words={itemWords.call(carrier.phone)}
          onTap={() => callPhone(carrier.phone)}
        />
        {row.actions.includes('correct-waybill') && !isCorrecting && (
          <ToolButton id="correct-waybill" icon="edit" words={itemWords.correct} onTap={() => setCorrecting(true)} />
        )}
      </View>
      {isCorrecting && row.actions.includes('correct-waybill') && (
        <View>
          <Notice>{itemWords.correctHint}</Notice>
          <WaybillForm row={row} kind="correct" onDone={onCorrected} />
          <Button id="correct-cancel" kind="quiet" onTap={() => setCorrecting(false)}>
            {words.cancel}
          </Button>
        </View>
      )}
      <Text className="parcel-card__title">{itemWords.track}</Text>
      {parcel.scans.length === 0 ? (
        <Text className="parcel-card__soft">{itemWords.noTrack}</Text>
      ) : (
        <Timeline
          entries={parcel.scans.map((scan, place) => ({
            sequence: place,
            at: scan.at,
            label: scan.text,
            who: parcelProgress[scan.progress].label,
          }))}
        />
      )}
    </Card>
  )
}
