import type { CivilDate } from '@shared/domain/civil-time'
import type { OriginalsParcelState } from '@shared/domain/originals-parcel-workflow'
import type { ParcelProgress, Scan, Signer } from '@shared/domain/parcel-track'
import type { AuditHead } from '../kernel/audit'
import { collection, type Stored } from '../kernel/database'
import { derivedId } from '../kernel/ids'
import type { Sealed } from '../kernel/sealed'

/** One posting, of a result to its applicant (`out`) or of originals to the centre (`in`). */
export interface Parcel extends Stored {
  readonly direction: 'out' | 'in'
  readonly applicationId: string
  /** Of the application: whose list it is in. */
  readonly ownerId: string
  readonly receiptNumber: string
  readonly itemName: string
  readonly department: string
  readonly carrier: string
  readonly waybill: string
  /** Last four digits of the recipient's phone, which some carriers ask for. */
  readonly phoneTail: string
  readonly shippedAt: number
  readonly shippedOn: CivilDate
  /** Earliest first, each once (`mergeScans`). */
  readonly scans: readonly Scan[]
  readonly progress: ParcelProgress
  readonly progressAt: number
  readonly signer?: Signer
  readonly isScanned: boolean
  /** Where the applicant was told that it got to: each once. */
  readonly told?: readonly ParcelProgress[]
  /** The aggregator gave the number up: the desk looks into it. */
  readonly isGivenUp: boolean
  readonly expectedOn: CivilDate
  readonly subscription: 'wanted' | 'done' | 'failed'
  readonly subscriptionTries: number
  /** When it is asked about next (ms); 0 = no more. */
  readonly nextPollAt: number
  readonly pollTries: number
  /** The first day on which it counts as stuck, 7 wd after shipping; '' once it is settled or flagged. */
  readonly stuckOn: CivilDate
  readonly isStuck: boolean
  /** The courier's round it was handed over in; '' until then (and for `in`). */
  readonly roundId: string
  /** `carrier` while it waits for a round, '' otherwise: what a round is made of. */
  readonly roundOf: string
  /** What lists and sheets show of the recipient (`out`). */
  readonly recipient: string
  readonly region: string
  /** Of originals sent in: which, and where they stand; absent for `out`. */
  readonly originals?: {
    readonly state: OriginalsParcelState
    /** By the names of the guide it was sent in under. */
    readonly materials: readonly { readonly code: string; readonly name: string }[]
    readonly note: string
    /** The chain `originals:<parcel id>`. */
    readonly audit: AuditHead
  }
  /** The desk's list `originals` while they are expected; '' otherwise. */
  readonly deskList: '' | 'originals'
  /** Sorts a person's and the desk's lists: time of shipping and id. */
  readonly order: string
}
export const parcels = collection<Parcel>('deliveries_parcels')

/** Who has a waybill; `_id` is `waybillId`. A number may be used again after a year. */
export interface Waybill extends Stored {
  readonly parcelId: string
  readonly shippedOn: CivilDate
}
export const waybills = collection<Waybill>('deliveries_waybills')
export const waybillId = (carrier: string, number: string): string => derivedId('waybill', carrier, number)

/** A courier's round: what was handed over with one sheet. */
export interface Round extends Stored {
  readonly carrier: string
  readonly date: CivilDate
  /** `JJ20261125-EMS-01`. */
  readonly number: string
  /** As it stands on the signed sheet, whatever is corrected later. */
  readonly lines: readonly RoundLine[]
  /** Whose results they are: only who may see all of them sees the round. */
  readonly departments: readonly string[]
  readonly closedAt: number
  /** The member's name. */
  readonly closedBy: string
  readonly order: string
  /** The chain `round:<id>`. */
  readonly audit: AuditHead
}
interface RoundLine {
  readonly parcelId: string
  readonly receiptNumber: string
  readonly waybill: string
  /** Masked. */
  readonly recipient: string
  readonly region: string
}
export const rounds = collection<Round>('deliveries_rounds')

/** How many rounds a carrier had on a day; `_id` is `date:carrier`. Two desks that close at once meet here. */
interface RoundCounter extends Stored {
  readonly count: number
}
export const roundCounters = collection<RoundCounter>('deliveries_round_counters')

/** A paper in private storage, until its link has ended. */
interface StoredPaper extends Stored {
  /** In the storage. */
  readonly path: string
  readonly expiresAt: number
}
export const papers = collection<StoredPaper>('deliveries_papers')

/** A person's saved addresses; `_id` is the openid. At most ten, each sealed. */
export interface AddressBook extends Stored {
  readonly addresses: readonly { readonly id: string; readonly sealed: Sealed; readonly isDefault: boolean }[]
}
export const addressBooks = collection<AddressBook>('deliveries_addresses')
