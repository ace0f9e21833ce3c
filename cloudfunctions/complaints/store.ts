import type { CivilDate } from '@shared/domain/civil-time'
import type { ComplaintCell } from '@shared/domain/complaint-figures'
import type { ComplaintClock, ComplaintKind, ComplaintList, ComplaintState } from '@shared/domain/complaint-workflow'
import type { Deadline } from '@shared/domain/deadline'
import type { AuditHead } from '../kernel/audit'
import { collection, type Stored } from '../kernel/database'
import type { Sealed } from '../kernel/sealed'

/** A complaint 投诉建议. Whatever anybody wrote is sealed: people put names into it. */
export interface Complaint extends Stored {
  /** Made for the citizen to quote. */
  readonly number: string
  readonly kind: ComplaintKind
  readonly state: ComplaintState
  readonly version: number
  readonly ownerId: string
  /** Name and telephone number. */
  readonly complainant: Sealed
  /** Whether the department may know who complains. */
  readonly disclosed: boolean
  /** Subject, text, and of whom the citizen complains. */
  readonly content: Sealed
  /** What staff and citizen wrote on the way (`Words`). */
  readonly words: Sealed
  /** What it is about, as the citizen named it; '' = not said. */
  readonly department: string
  readonly window: string
  readonly receiptNumber: string
  /** The department that has to answer; '' until 转办. */
  readonly assignedTo: string
  /** Members it complains of, as the chains name them: they never see it. */
  readonly about: readonly string[]
  /** Who was entrusted with it, as the chains name them; '' = nobody yet. */
  readonly handlerReference: string
  readonly handlerName: string
  readonly clock?: { readonly name: ComplaintClock; readonly deadline: Deadline }
  /** How far the running clock was escalated. */
  readonly alerted: '' | 'amber' | 'red'
  /** Whether one of the centre's limits was passed. */
  readonly overran: boolean
  readonly isAnswered: boolean
  readonly isExtended: boolean
  readonly isReopened: boolean
  readonly isSentBack: boolean
  readonly satisfied?: boolean
  /** The id of the complaint it was merged into; '' = it was not. */
  readonly mergedInto: string
  readonly mergedCount: number
  readonly sentAt: number
  readonly sentOn: CivilDate
  readonly updatedAt: number
  readonly audit: AuditHead
  // Derived, for lists, timer and duplicates.
  readonly ownerOrder: string
  readonly list: ComplaintList
  readonly order: string
  /** The last day of a clock at whose end the timer acts; '' = none. */
  readonly wakeOn: CivilDate
  /** The day of the next escalation; '' = none. */
  readonly alertOn: CivilDate
  /** The due day that rests on a year whose holiday notice was not known; '' = it does not. */
  readonly provisionalOn: CivilDate
  /** Keyed hash of the telephone number. */
  readonly phoneHash: string
  /** Keyed hashes of the text's likeness marks. */
  readonly marks: readonly string[]
  /** When anything last changed that the figures count. */
  readonly countedFrom: number
}
export const complaints = collection<Complaint>('complaints')

/** The figures of the complaints sent on one day; `_id` is the day. Written anew whenever one of them changed. */
export interface DayFigures extends Stored {
  readonly month: string
  readonly cells: readonly ComplaintCell[]
}
export const dayFigures = collection<DayFigures>('complaints_days')

/** The figures of one month, the sum of its days; `_id` is the month, `YYYY-MM`. */
export interface MonthFigures extends Stored {
  readonly cells: readonly ComplaintCell[]
}
export const monthFigures = collection<MonthFigures>('complaints_months')

/** How far the figures are added up. */
export interface Progress extends Stored {
  /** The instant of the last run (ms). */
  readonly at: number
  /** From which instant on (ms) changes may not be in them yet. */
  readonly from: number
}
export const progress = collection<Progress>('complaints_progress')
export const progressId = 'figures'

/** What is read of an application that a complaint names. */
export interface NamedApplication extends Stored {
  readonly ownerId: string
  readonly receiptNumber: string
  readonly handledBy?: string
}
export const applications = collection<NamedApplication>('applications')
