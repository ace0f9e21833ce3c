import type { Scan } from '@shared/domain/parcel-track'

/** What a carrier needs to know of a parcel to find it. */
export interface TrackedParcel {
  /** A code of config/centre/couriers. */
  readonly carrier: string
  readonly waybill: string
  /** Last four digits of the recipient's phone; only companies that insist on them are told. */
  readonly phoneTail: string
}

/** How asking a carrier failed. */
export type TrackingFault =
  /** Nobody has scanned the parcel yet. */
  | { readonly kind: 'unknown' }
  /** Ours or the number's fault: asking again cannot help until somebody changes something. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Theirs or the network's: ask again later. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** This deployment has no account to ask with. */
  | { readonly kind: 'off' }

/** The port to whoever knows where parcels are. Neither call throws; both end within seconds. Never in a transaction. */
export interface Tracking {
  /** Asks to be told of every scan from now on, at the callback address. */
  subscribe(parcel: TrackedParcel): Promise<{ readonly kind: 'done' } | TrackingFault>
  /** The whole track until now. */
  query(parcel: TrackedParcel): Promise<{ readonly kind: 'track'; readonly scans: readonly Scan[] } | TrackingFault>
}
