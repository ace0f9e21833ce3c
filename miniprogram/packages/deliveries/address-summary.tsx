import type { DeliveryAddress } from '@shared/contracts/deliveries'
import { Fact, Facts } from '../../components/facts'
import { handOverText, placeText } from './address-draft'
import { copy } from './copy'

/** Where a parcel goes, who may sign, and who pays. */
export function AddressSummary({ address, fee }: { readonly address: DeliveryAddress; readonly fee?: string }) {
  return (
    <Facts>
      <Fact label={copy.delivery.recipient}>{address.name}</Fact>
      <Fact label={copy.delivery.phone}>{address.phone}</Fact>
      <Fact label={copy.delivery.place}>{placeText(address)}</Fact>
      <Fact label={copy.delivery.handOver}>{handOverText(address)}</Fact>
      {fee !== undefined && <Fact label={copy.delivery.fee}>{fee}</Fact>}
    </Facts>
  )
}
