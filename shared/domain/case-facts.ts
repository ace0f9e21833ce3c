import {
  clockNames,
  isFinal,
  type ApplicationClock,
  type ApplicationState,
  type ApplicationTransition,
} from './application-workflow'
import { civilDateOf, type CivilDate } from './civil-time'
import type { Deadline } from './deadline'
import type { Channel, Item } from './item'
import { minutesOfWorkingDay, workingMinutes } from './time-limit'
import { workingDaysBetween, type WorkingCalendar } from './working-days'

/** Clocks the centre has to keep, and answers for on the board; the others are the applicant's. */
export const centreClocks = [
  'promise',
  'notice',
  'committed',
  'statutory',
  'delivery',
] as const satisfies readonly ApplicationClock[]
export type CentreClock = (typeof centreClocks)[number]

/** What supervision knows of one application: where it stands, when it got there, how long it took. Nothing of a person. */
export interface CaseFacts {
  readonly receiptNumber: string
  readonly department: string
  readonly window: string
  readonly itemCode: string
  readonly itemName: string
  readonly channel: Channel
  readonly state: ApplicationState
  /** Days on which a step was taken; '' = not yet. */
  readonly submittedOn: CivilDate
  readonly acceptedOn: CivilDate
  readonly decidedOn: CivilDate
  readonly closedOn: CivilDate
  /** The state the decision led to; '' = none yet. */
  readonly outcome: ApplicationState | ''
  /** The item's limits, in minutes of working days of 8 hours. */
  readonly committedMinutes: number
  readonly statutoryMinutes: number
  /** From acceptance to the decision without the days its clocks stood still, in the same unit; 0 before. */
  readonly usedMinutes: number
  /** Decided within the committed (statutory) limit, an approved extension included; false before the decision. */
  readonly onTime: boolean
  readonly lawful: boolean
  /** Whether a clock of the centre runs; the two days are the earliest of those that run, else the end of time. */
  readonly running: boolean
  readonly amberOn: CivilDate
  readonly dueOn: CivilDate
  /** The clock that is due first; '' = none runs. */
  readonly clock: CentreClock | ''
}

/** The day of clocks that do not run: after all others. */
export const endOfTime: CivilDate = '9999-12-31'

type Clocks = Partial<Readonly<Record<ApplicationClock, Deadline>>>

/** One step of an application, as it stands after it. */
export interface CaseStep {
  readonly application: {
    readonly receiptNumber: string
    readonly department: string
    readonly itemCode: string
    readonly itemName: string
    readonly channel: Channel
    readonly state: ApplicationState
    readonly submittedAt: number
    readonly clocks: Clocks
  }
  /** The clocks as they ran before the step. */
  readonly clocksBefore: Clocks
  readonly item: Pick<Item, 'window' | 'committed' | 'statutory'>
  readonly row: Pick<ApplicationTransition, 'to' | 'starts' | 'clocks'>
  readonly now: number
}

/**
 * What is known of a case after a step. Which steps accept and decide is read from the clocks they start (the limit of
 * the decision; the one of its delivery), so that the table stays the one place that says so.
 */
export function factsAfter(before: CaseFacts | undefined, step: CaseStep, calendar: WorkingCalendar): CaseFacts {
  const { application, clocksBefore, item, row } = step
  const today = civilDateOf(step.now)
  const accepts = row.starts.includes('statutory') && row.clocks !== 'resumed'
  const decides = row.starts.includes('delivery')
  const { committed, statutory } = clocksBefore
  return {
    receiptNumber: application.receiptNumber,
    department: application.department,
    window: item.window,
    itemCode: application.itemCode,
    itemName: application.itemName,
    channel: application.channel,
    state: application.state,
    submittedOn: civilDateOf(application.submittedAt),
    acceptedOn: accepts ? today : (before?.acceptedOn ?? statutory?.startedOn ?? ''),
    decidedOn: decides ? today : (before?.decidedOn ?? ''),
    closedOn: isFinal(row.to) ? today : (before?.closedOn ?? ''),
    outcome: decides ? row.to : (before?.outcome ?? ''),
    committedMinutes: workingMinutes(item.committed),
    statutoryMinutes: workingMinutes(item.statutory),
    usedMinutes:
      decides && statutory !== undefined
        ? daysUsed(calendar, statutory, today) * minutesOfWorkingDay
        : (before?.usedMinutes ?? 0),
    onTime: decides && committed !== undefined ? today <= committed.dueOn : (before?.onTime ?? false),
    lawful: decides && statutory !== undefined ? today <= statutory.dueOn : (before?.lawful ?? false),
    ...mostUrgent(application.clocks),
  }
}

/**
 * Working days of a limit that are used on `today`: its length less what is left, or more by what is overdue. Days it
 * stood still moved its end, so they do not count.
 */
export function daysUsed(
  calendar: WorkingCalendar,
  deadline: Pick<Deadline, 'dueOn' | 'workingDays'>,
  today: CivilDate,
): number {
  const left = workingDaysBetween(calendar, today, deadline.dueOn)
  const over = workingDaysBetween(calendar, deadline.dueOn, today)
  return Math.max(0, deadline.workingDays - left + over)
}

function mostUrgent(clocks: Clocks): Pick<CaseFacts, 'running' | 'amberOn' | 'dueOn' | 'clock'> {
  const running = centreClocks.flatMap((clock) => {
    const deadline = clocks[clock]
    return deadline === undefined ? [] : [{ clock, deadline }]
  })
  const [first] = [...running].sort((one, other) => one.deadline.dueOn.localeCompare(other.deadline.dueOn))
  return {
    running: first !== undefined,
    amberOn: running.map(({ deadline }) => deadline.amberOn).sort()[0] ?? endOfTime,
    dueOn: first?.deadline.dueOn ?? endOfTime,
    clock: first?.clock ?? '',
  }
}

/** What the clock of a case is called, `法定时限`; '' when none runs. */
export function clockName(clock: CaseFacts['clock']): string {
  return clock === '' ? '' : clockNames[clock]
}
