import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ParcelView } from '@shared/contracts/deliveries'
import { parcelProgress } from '@shared/domain/parcel-track'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Tag } from '../../../components/tag'
import { copy } from '../copy'
import { ParcelTrack } from '../parcel-track'

/** Parcels before the running one: sent, and come back, whatever their tracks say of it yet. */
export function EarlierParcels({ parcels }: { readonly parcels: readonly ParcelView[] }) {
  return (
    <View>
      {parcels.map((parcel) => (
        <Earlier key={parcel.id} parcel={parcel} />
      ))}
    </View>
  )
}

function Earlier({ parcel }: { readonly parcel: ParcelView }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Card title={copy.parcel.earlier} aside={<Tag>{parcelProgress.returned.label}</Tag>}>
      <Facts>
        <Fact label={copy.parcel.carrier}>{parcel.carrier.name}</Fact>
        <Fact label={copy.parcel.waybill}>{parcel.waybill}</Fact>
      </Facts>
      <Button id={`earlier-${parcel.id}`} kind="quiet" icon={isOpen ? 'up' : 'down'} onTap={() => setOpen(!isOpen)}>
        {isOpen ? copy.parcel.fold : copy.parcel.unfold}
      </Button>
      {isOpen && <ParcelTrack scans={parcel.scans} />}
    </Card>
  )
}
