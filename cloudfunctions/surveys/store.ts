import type { AuditHead } from '../kernel/audit'
import { collection, type Stored } from '../kernel/database'
import type { Sealed } from '../kernel/sealed'
import type { CivilDate } from '@shared/domain/civil-time'
import type { Deadline } from '@shared/domain/deadline'
import type { AnswerSource, Grade, Question, QuestionAnswer, ReasonTag } from '@shared/domain/rating'
import type { RectificationClock, RectificationList, RectificationState } from '@shared/domain/rectification-workflow'
import type { RatedPlace, SatisfactionCell } from '@shared/domain/satisfaction-figures'

/**
 * An answer. Of an anonymous one the id is the hash of a random ticket that only the phone has; nothing here or
 * elsewhere leads from it to its author (docs/anonymous-answers), so it has no time finer than the day.
 */
export interface Answer extends Stored, RatedPlace {
  readonly about: 'matter' | 'visit'
  readonly source: AnswerSource
  readonly day: CivilDate
  readonly month: string
  readonly grade: Grade
  readonly answers: Partial<Readonly<Record<Question, QuestionAnswer>>>
  readonly tags: readonly ReasonTag[]
  readonly hasPraise: boolean
  /** What was written, if anything: people put names into it. */
  readonly words?: Sealed
  readonly isAmended: boolean
  /** '' for an anonymous one; and for the phone's of somebody without an account. */
  readonly ownerId: string
  readonly applicationId: string
  readonly receiptNumber: string
  /** The author's name. */
  readonly author?: Sealed
  readonly rectificationId?: string
  /** The head of the chain `rating:<id>`; an anonymous answer has none. */
  readonly audit?: AuditHead
}
export const answers = collection<Answer>('surveys_answers')

/** That somebody rated a window on a day: the id is a keyed hash of the three, and nothing stands beside it but the day. */
export interface VisitToken extends Stored {
  readonly day: CivilDate
}
export const visitTokens = collection<VisitToken>('surveys_visit_tokens')

/** Praise that everybody may read once WeChat passed it; until then the words are with the answer only. */
export interface Praise extends Stored {
  readonly answerId: string
  readonly state: 'waiting' | 'shown'
  readonly whom: string
  readonly words: string
  readonly department: string
  readonly month: string
  /** Sorts the list: time and id. */
  readonly order: string
}
export const praises = collection<Praise>('surveys_praise')

/** What follows a bad answer 差评整改. What was said is read from the answer. */
export interface Rectification extends Stored {
  readonly answerId: string
  /** The item or the window. */
  readonly about: string
  readonly department: string
  readonly window: string
  readonly itemCode: string
  readonly itemName: string
  readonly isAnonymous: boolean
  readonly ownerId: string
  readonly applicationId: string
  readonly receiptNumber: string
  /** Members it is about, as the chains name them: they may look and not act. */
  readonly complainedOf: readonly string[]
  /** Where whom it is about cannot be said without saying who wrote it. */
  readonly supervisorsOnly: boolean
  readonly state: RectificationState
  readonly version: number
  readonly clock?: { readonly name: RectificationClock; readonly deadline: Deadline }
  /** How far the running clock was escalated. */
  readonly alerted: '' | 'amber' | 'red'
  /** Whether a limit of the department was passed. */
  readonly overran: boolean
  readonly answeredOn: CivilDate
  readonly finding?: string
  readonly extensionReason?: string
  readonly reply?: string
  /** In the citizen's words. */
  readonly disputeReason?: Sealed
  readonly conclusion?: string
  readonly openedOn: CivilDate
  /** 0 for an anonymous one. */
  readonly openedAt: number
  readonly audit: AuditHead
  // Derived, for the lists and the timer.
  readonly list: RectificationList
  readonly order: string
  /** The last day of a clock at whose end the timer acts; '' = none. */
  readonly wakeOn: CivilDate
  /** The day of the next escalation; '' = none. */
  readonly alertOn: CivilDate
  /** The due day that rests on a year whose holiday notice was not known; '' = it does not. */
  readonly provisionalOn: CivilDate
  /** From this day on the timer tells the department that it came; '' = it was told. */
  readonly announceOn: CivilDate
}
export const rectifications = collection<Rectification>('surveys_rectifications')

/** Closed applications drawn to be phoned 回访: with this seed anybody draws the same ones again. */
export interface ReturnVisitSample extends Stored {
  readonly department: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly size: number
  readonly seed: string
  readonly of: number
  readonly drawn: readonly string[]
  readonly drawnAt: number
  readonly drawnBy: string
  readonly reached: number
  readonly notReached: number
  readonly refused: number
  /** Of those reached, how many were satisfied. */
  readonly satisfied: number
  readonly order: string
}
export const samples = collection<ReturnVisitSample>('surveys_samples')

/** One line of a call sheet. */
export interface Call extends Stored {
  readonly sampleId: string
  readonly department: string
  readonly applicationId: string
  readonly attempts: number
  readonly outcome: CallOutcome | ''
  readonly grade: Grade | 0
  /** The place in the sample. */
  readonly order: string
}
export type CallOutcome = 'reached' | 'not-reached' | 'refused'
export const calls = collection<Call>('surveys_calls')

/** The figures of one day; `_id` is the day. Written anew as long as the day may still change. */
export interface DayFigures extends Stored {
  readonly month: string
  readonly cells: readonly SatisfactionCell[]
}
export const dayFigures = collection<DayFigures>('surveys_days')

/** The figures of one month, the sum of its days; `_id` is the month, `YYYY-MM`. */
export interface MonthFigures extends Stored {
  readonly cells: readonly SatisfactionCell[]
}
export const monthFigures = collection<MonthFigures>('surveys_months')

/** How far the figures are added up. */
export interface Progress extends Stored {
  /** The instant of the last run (ms). */
  readonly at: number
  /** The day the last whole pass was for; '' before the first. */
  readonly passedFor: CivilDate
  /** Where a pass that is under way goes on; '' = none is. */
  readonly resumeFrom: CivilDate
}
export const progress = collection<Progress>('surveys_progress')
export const progressId = 'figures'

/** What is read of an application: whom to name, whom to phone, and the chain that says they were. */
export interface RatedApplication extends Stored {
  readonly content: Sealed
  readonly audit: AuditHead
}
export const applications = collection<RatedApplication>('applications')

/** Of a visitor no more is known than the details they keep here. */
export interface KnownPerson extends Stored {
  readonly details: Sealed
}
export const profiles = collection<KnownPerson>('residents_profiles')
