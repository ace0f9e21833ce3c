import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { withdrawOriginals, type DeliveryView, type OriginalsParcelView } from '@shared/contracts/deliveries'
import { formatDateTime } from '@shared/domain/civil-time'
import {
  originalsParcelActions,
  originalsParcelStates,
  type OriginalsParcelState,
} from '@shared/domain/originals-parcel-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import type { Query } from '../../../cloud/use-query'
import { confirm } from '../../../platform/phone'
import { copy } from '../copy'
import { ParcelTrack } from '../parcel-track'
import { useDeliveryStep } from '../use-delivery-step'
import './sent-originals.css'

const tones = { sent: 'accent', received: 'green', incomplete: 'amber', withdrawn: 'plain' } as const satisfies Record<
  OriginalsParcelState,
  string
>

/** What was posted to the centre so far, and how it stands. */
export function SentOriginals({
  view,
  delivery,
}: {
  readonly view: DeliveryView
  readonly delivery: Query<DeliveryView>
}) {
  return (
    <View>
      {view.originals.map((each) => (
        <SentParcel key={each.id} applicationId={view.applicationId} sent={each} delivery={delivery} />
      ))}
    </View>
  )
}

function SentParcel({
  applicationId,
  sent,
  delivery,
}: {
  readonly applicationId: string
  readonly sent: OriginalsParcelView
  readonly delivery: Query<DeliveryView>
}) {
  const [isOpen, setOpen] = useState(false)
  const step = useDeliveryStep(withdrawOriginals, delivery)
  const { parcel, state, materials, note } = sent
  const withdraw = async () => {
    const { withdrawTitle: title, withdrawContent: content, withdrawYes: yes } = copy.originals
    if (!(await confirm({ title, content, yes }))) return
    await step.run({ applicationId, parcelId: sent.id }, copy.originals.withdrawn)
  }
  return (
    <Card
      id={`originals-${sent.id}`}
      title={copy.originals.sentTitle}
      aside={<Tag tone={tones[state]}>{originalsParcelStates[state].label}</Tag>}
    >
      <Text className="sent-originals__next">{originalsParcelStates[state].next}</Text>
      {note !== undefined && <Notice tone="amber">{`${copy.originals.note}\uff1a${note}`}</Notice>}
      <Facts>
        <Fact label={copy.originals.contents}>{materials.map(({ name }) => name).join('、')}</Fact>
        <Fact label={copy.originals.carrier}>{parcel.carrier.name}</Fact>
        <Fact label={copy.originals.waybill}>{parcel.waybill}</Fact>
        <Fact label={copy.originals.registeredAt}>{formatDateTime(parcel.shippedAt)}</Fact>
      </Facts>
      {step.refusal !== undefined && <Notice tone="red">{step.refusal.sentence}</Notice>}
      <View className="sent-originals__actions">
        <Button
          id={`originals-track-${sent.id}`}
          kind="secondary"
          icon={isOpen ? 'up' : 'down'}
          small
          onTap={() => setOpen(!isOpen)}
        >
          {isOpen ? copy.parcel.fold : copy.parcel.unfold}
        </Button>
        {sent.actions.includes('withdraw') && (
          <Button
            id={`originals-withdraw-${sent.id}`}
            kind="quiet"
            icon="undo"
            small
            busy={step.isBusy && copy.originals.withdrawBusy}
            onTap={() => void withdraw()}
          >
            {originalsParcelActions.withdraw.label}
          </Button>
        )}
      </View>
      {isOpen && <ParcelTrack scans={parcel.scans} />}
    </Card>
  )
}
