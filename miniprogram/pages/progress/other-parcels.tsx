import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { openPage } from '../../platform/open-page'
import { copy } from './copy'
import type { MyParcel } from './my-parcels'

const pages = { out: 'parcel', in: 'originals' } as const

/** Parcels still under way whose applications are further back in the list than it is read. */
export function OtherParcels({ parcels }: { readonly parcels: readonly MyParcel[] }) {
  const open = parcels.filter(({ group }) => group !== 'finished')
  if (open.length === 0) return null
  return (
    <Card id="other-parcels" title={copy.parcels}>
      {open.map(({ applicationId, direction, itemName, standing, next }) => (
        <Row
          key={`${direction} ${applicationId}`}
          id={`parcel-${direction}-${applicationId}`}
          icon="parcel"
          title={itemName}
          detail={copy.parcel(direction, standing, next)}
          onTap={() => openPage(`/packages/deliveries/${pages[direction]}/index?id=${applicationId}`)}
        />
      ))}
    </Card>
  )
}
