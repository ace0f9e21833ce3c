import type { ApplicationState } from '@shared/domain/application-workflow'
import type { CivilDate } from '@shared/domain/civil-time'
import type { FigureCell } from '@shared/domain/supervision-figures'
import type { AuditHead } from '../kernel/audit'
import { collection, type Stored } from '../kernel/database'

/** The figures of one day; `_id` is the day. Written anew as long as the day may still change. */
export interface DayFigures extends Stored {
  readonly month: string
  readonly cells: readonly FigureCell[]
}
export const dayFigures = collection<DayFigures>('supervision_days')

/** The figures of one month, the sum of its days; `_id` is the month, `YYYY-MM`. */
export interface MonthFigures extends Stored {
  readonly cells: readonly FigureCell[]
}
export const monthFigures = collection<MonthFigures>('supervision_months')

/** How many cases a window has, of which colour. */
export interface WindowCounts {
  readonly department: string
  readonly window: string
  readonly running: number
  readonly amber: number
  readonly red: number
}

/** What the board shows, counted at one instant; windows without a running case are left out. */
export interface BoardCounts extends Stored {
  /** The day whose colours they are. */
  readonly day: CivilDate
  /** When they were counted (ms). */
  readonly at: number
  readonly windows: readonly WindowCounts[]
}
export const boardCounts = collection<BoardCounts>('supervision_board')
export const boardCountsId = 'counts'

/** How far the figures are added up. */
export interface Progress extends Stored {
  readonly through: string
  /** The instant of the run (ms). */
  readonly at: number
}
export const progress = collection<Progress>('supervision_progress')
export const progressId = 'figures'

/** What the auditor's view reads of an application: never what is sealed in it. */
export interface AuditedApplication extends Stored {
  readonly receiptNumber: string
  readonly itemName: string
  readonly department: string
  readonly state: ApplicationState
  readonly audit: AuditHead
}
export const auditedApplications = collection<AuditedApplication>('applications')
