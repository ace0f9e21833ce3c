import type { AppointmentState } from '@shared/domain/appointment-workflow'
import type { CivilDate } from '@shared/domain/civil-time'
import type { HomeVisitReason, HomeVisitState } from '@shared/domain/home-visit-workflow'
import type { ServiceArea } from '@shared/domain/item'
import type { AuditHead } from '../kernel/audit'
import { collection, type Stored } from '../kernel/database'
import type { Sealed } from '../kernel/sealed'

/** A booked half hour at an area's windows, or somebody who walked in. */
export interface Appointment extends Stored {
  /** '' for somebody without an application here yet. */
  readonly applicationId: string
  /** '' where the person has no account here. */
  readonly ownerId: string
  readonly receiptNumber: string
  readonly itemName: string
  /** '' for somebody without an application: any window of the area may call them. */
  readonly department: string
  readonly personName: Sealed
  readonly area: ServiceArea
  readonly date: CivilDate
  /** `HH:mm`; '' for walk-ins. */
  readonly from: string
  readonly to: string
  readonly state: AppointmentState
  /** Counts the steps. */
  readonly version: number
  /** The code to type at the window; '' for walk-ins. */
  readonly typedCode: string
  /** `D023`; '' before checking in. */
  readonly queueNumber: string
  /** When they checked in or were last passed over (ms); 0 before. */
  readonly arrivedAt: number
  /** The time their turn is counted from (ms); 0 for walk-ins, and for those who were passed over. */
  readonly slotAt: number
  readonly remindAt: number
  /** When the timer looks at it next (ms); 0 = never. */
  readonly wakeAt: number
  /** Sorts a person's list: time and id. */
  readonly order: string
  /** The chain of its own that it has as long as there is no application. */
  readonly audit: AuditHead
}
export const appointments = collection<Appointment>('applications_appointments')

/** The seats taken in one half hour of an area; `_id` is `area:date:from`. */
export interface SlotSeats extends Stored {
  readonly area: ServiceArea
  readonly date: CivilDate
  readonly from: string
  readonly taken: number
}
export const slotSeats = collection<SlotSeats>('applications_slots')

/** The last queue number of an area and day, and how many were served; `_id` is `area:date`. */
export interface QueueCounter extends Stored {
  readonly date: CivilDate
  readonly last: number
  readonly served: number
}
export const queueCounters = collection<QueueCounter>('applications_queue_counters')

/** Which appointment a typed code of a day is; `_id` is `date:code`, so that no two have the same. */
export interface TypedCode extends Stored {
  readonly date: CivilDate
  readonly appointmentId: string
}
export const typedCodes = collection<TypedCode>('applications_visit_codes')

/** An application's way to the window: its last appointment and its last home visit; `_id` is the application's. */
export interface VisitPlan extends Stored {
  readonly appointmentId: string
  readonly homeVisitId: string
}
export const visitPlans = collection<VisitPlan>('applications_visit_plans')

/** The days on which somebody missed an appointment; `_id` is a keyed hash of the person. */
export interface MissedDays extends Stored {
  readonly days: readonly CivilDate[]
}
export const missedDays = collection<MissedDays>('applications_missed_days')

/** What a person told of why they cannot come, and where they are: health and address, sealed as one. */
export interface HomeVisitDetails {
  readonly reason: HomeVisitReason
  readonly explanation: string
  readonly address: string
  readonly personName: string
}

/** A home visit 上门服务, asked for by the applicant. */
export interface HomeVisit extends Stored {
  readonly applicationId: string
  readonly ownerId: string
  readonly receiptNumber: string
  readonly itemName: string
  readonly department: string
  readonly details: Sealed
  readonly state: HomeVisitState
  /** Counts the steps. */
  readonly version: number
  readonly answer: string
  /** '' before it is scheduled, as the times are. */
  readonly date: CivilDate
  readonly from: string
  readonly to: string
  readonly requestedAt: number
  // Derived, for the index of the list.
  readonly open: boolean
  /** Sorts the list: what comes first is dealt with first. */
  readonly order: string
}
export const homeVisits = collection<HomeVisit>('applications_home_visits')
