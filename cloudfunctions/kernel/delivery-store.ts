import type { CivilDate } from '@shared/domain/civil-time'
import type { DeliveryState, FailureChoice } from '@shared/domain/delivery-workflow'
import type { AuditHead } from './audit'
import { collection, type Stored } from './database'
import type { Sealed } from './sealed'

/**
 * How the result of an application reaches its applicant; `_id` is the application's. Its steps and the application's are
 * written together, so it lives below both capabilities.
 */
export interface Delivery extends Stored {
  /** '' for an application of nobody's account. */
  readonly ownerId: string
  readonly receiptNumber: string
  readonly itemName: string
  readonly department: string
  readonly state: DeliveryState
  readonly version: number
  /** The application is decided: there is something to send. */
  readonly isDecided: boolean
  /** Number of the licence or decision, once there is one. */
  readonly documentNumber: string
  /** Carriers of config/centre/couriers that may carry this result. */
  readonly carriers: readonly string[]
  /** The day the law wants it delivered by (行政许可法 art. 44); '' before the decision. */
  readonly dueOn: CivilDate
  /** The whole address, sealed for `deliveries.address:<id>`; absent until given. */
  readonly address?: Sealed
  /** What lists show of it: `秦*`, `139****5678`, province, city and district. */
  readonly shown: {
    readonly recipient: string
    readonly phone: string
    readonly region: string
    readonly handOver: string
  }
  /** Last four digits of the recipient's phone, as a keyed hash with the receipt number; '' without an address. */
  readonly trackingHash: string
  /** The running parcel, else the last one; '' before the first. */
  readonly parcelId: string
  readonly parcelIds: readonly string[]
  /** Of the running parcel: the carrier has it; its last word is that it could not hand it over; it is overdue. */
  readonly isScanned: boolean
  readonly hasFailed: boolean
  readonly isStuck: boolean
  readonly instruction?: {
    readonly choice: FailureChoice
    readonly at: number
    readonly done: boolean
    /** A new address that the courier is to be told, sealed like `address`. */
    readonly address?: Sealed
  }
  /** The version its last label was printed for: a later one may have another address. Absent before the first label. */
  readonly labelledVersion?: number
  /** When somebody still without an address is reminded (ms); 0 = never. */
  readonly remindAt: number
  readonly updatedAt: number
  /** Sorts the person's list. */
  readonly ownerOrder: string
  /** The desk's list it stands in, '' for none, and its place: the most urgent first. */
  readonly deskList: '' | 'ready' | 'shipped' | 'failed' | 'returned' | 'stuck'
  readonly deskOrder: string
  /** The head of its chain `delivery:<id>`, whose entries the case's timeline shows too. */
  readonly audit: AuditHead
}
export const deliveries = collection<Delivery>('deliveries')
