import { couriers } from '../../config/centre/couriers'
import type { ParcelView } from '@shared/contracts/deliveries'
import { isAtItsEnd, parcelProgress } from '@shared/domain/parcel-track'
import type { Parcel } from './store'

/**
 * A parcel as its applicant and the desk see it; scans newest first.
 * @param isAwaited nobody has said yet that it arrived or came back, whatever its track says
 */
export function parcelViewOf(parcel: Parcel, isAwaited = true): ParcelView {
  const courier = couriers.find(({ code }) => code === parcel.carrier)
  return {
    id: parcel._id,
    carrier: { code: parcel.carrier, name: courier?.name ?? parcel.carrier, phone: courier?.phone ?? '' },
    waybill: parcel.waybill,
    shippedAt: parcel.shippedAt,
    progress: parcel.progress,
    ...(parcel.signer === undefined ? {} : { signer: parcel.signer }),
    scans: [...parcel.scans].reverse().map(({ at, text, progress }) => ({ at, text, progress })),
    ...(isAtItsEnd(parcel.progress) || !isAwaited ? {} : { expectedOn: parcel.expectedOn }),
    stuck: isAwaited && (parcel.isStuck || parcel.isGivenUp),
  }
}

/** Where it is, in words. */
export const standingOf = (parcel: Pick<Parcel, 'progress'>): string => parcelProgress[parcel.progress].label
