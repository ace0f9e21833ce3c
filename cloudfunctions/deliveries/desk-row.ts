import type { DeskRow } from '@shared/contracts/deliveries'
import { deliveryStates, failureChoices, openDeliveryActions } from '@shared/domain/delivery-workflow'
import {
  decideOriginalsParcel,
  originalsParcelStates,
  type OriginalsParcelAction,
} from '@shared/domain/originals-parcel-workflow'
import { deliverySubject } from '../kernel/delivery-record'
import type { Delivery } from '../kernel/delivery-store'
import { openAddress, regionOf } from './address'
import { couriersNamed } from './courier-names'
import { parcelViewOf, standingOf } from './parcel-view'
import type { Parcel } from './store'

/** A delivery as the desk lists it: masked, since a list is for finding the case, not the person. */
export function deskRowOf(delivery: Delivery, parcel: Parcel | undefined): DeskRow {
  const { shown, instruction, labelledVersion } = delivery
  const actions = openDeliveryActions(deliverySubject(delivery), 'desk')
  const isRunning = parcel !== undefined && openDeliveryActions(deliverySubject(delivery), 'carrier').length > 0
  return {
    id: delivery._id,
    version: delivery.version,
    receiptNumber: delivery.receiptNumber,
    itemName: delivery.itemName,
    department: delivery.department,
    ...(delivery.documentNumber === '' ? {} : { documentNumber: delivery.documentNumber }),
    ...shown,
    carriers: couriersNamed(delivery.carriers),
    ...(delivery.dueOn === '' ? {} : { dueOn: delivery.dueOn }),
    standing: isRunning ? standingOf(parcel) : deliveryStates[delivery.state].label,
    ...(labelledVersion === undefined || !actions.includes('ship')
      ? {}
      : { label: labelledVersion === delivery.version ? ('printed' as const) : ('outdated' as const) }),
    ...(instruction?.done === false ? { instruction: wordsOf(delivery._id, instruction) } : {}),
    ...(parcel === undefined ? {} : { parcel: parcelViewOf(parcel) }),
    actions: [...actions],
  }
}

/** What the applicant wants; of a new address no more than the region, as of any. */
function wordsOf(applicationId: string, { choice, address }: NonNullable<Delivery['instruction']>): string {
  const label = failureChoices[choice]
  return address === undefined ? label : `${label}\uff1a${regionOf(openAddress(applicationId, address))}`
}

const desksActions = ['receive', 'receive-incomplete'] as const satisfies readonly OriginalsParcelAction[]

/** Originals on their way to the centre. */
export function originalsRowOf(parcel: Parcel): DeskRow {
  const { originals } = parcel
  if (originals === undefined) throw new Error(`parcel ${parcel._id} carries no originals`)
  return {
    id: parcel._id,
    version: 0,
    receiptNumber: parcel.receiptNumber,
    itemName: parcel.itemName,
    department: parcel.department,
    recipient: parcel.recipient,
    phone: '',
    region: '',
    handOver: '',
    carriers: [],
    standing: desksActions.some((action) => typeof decideOriginalsParcel(originals.state, action, 'desk') !== 'string')
      ? standingOf(parcel)
      : originalsParcelStates[originals.state].label,
    parcel: parcelViewOf(parcel),
    materials: originals.materials.map(({ name }) => name),
    actions: desksActions.filter(
      (action) => typeof decideOriginalsParcel(originals.state, action, 'desk') !== 'string',
    ),
  }
}
