import { addDays, daysBetween, type CivilDate } from './civil-time'
import type { TimeLimit } from './item'
import { addWorkingDays, workingDaysBefore, workingDaysBetween, type WorkingCalendar } from './working-days'

/** A running limit. It is met on `dueOn` until midnight in Shanghai, and overdue from the day after. */
export interface Deadline {
  readonly startedOn: CivilDate
  readonly dueOn: CivilDate
  /** First day shown amber: with it 80 % of the working days are used. Never after `dueOn`. */
  readonly amberOn: CivilDate
  /** Length of the limit; for one in calendar days, the working days it happens to hold. */
  readonly workingDays: number
  /** 暂定: computed before the year's holiday notice was known. */
  readonly provisional: boolean
  /** The law or promise it comes from. */
  readonly basis: string
}

/** The day of a limit from which it is amber: 80 % (the centre's rule), in whole numbers so that none is rounded wrongly. */
const amberDay = (days: number) => Math.ceil((days * 4) / 5)

/**
 * A limit in working days. The day it starts on is not counted (民法典 art. 201; 行政许可法 art. 82: working days, no
 * statutory holidays); a limit of 0 is due on that day itself.
 * @throws RangeError for a negative or fractional number of days
 */
export function startDeadline(
  calendar: WorkingCalendar,
  limit: { readonly from: CivilDate; readonly workingDays: number; readonly basis: string },
): Deadline {
  const due = addWorkingDays(calendar, limit.from, limit.workingDays)
  return {
    startedOn: limit.from,
    dueOn: due.date,
    amberOn: addWorkingDays(calendar, limit.from, amberDay(limit.workingDays)).date,
    workingDays: limit.workingDays,
    provisional: due.provisional,
    basis: limit.basis,
  }
}

/**
 * The deadline of an item's own limit, in its own unit. Calendar days that end on a day off end on the next working day
 * (民法典 art. 203); minutes are done while one waits, so the day itself is due.
 */
export function startItemDeadline(
  calendar: WorkingCalendar,
  from: CivilDate,
  limit: TimeLimit,
  basis: string,
): Deadline {
  switch (limit.unit) {
    case 'wd':
      return startDeadline(calendar, { from, workingDays: limit.value, basis })
    case 'minute':
      return startDeadline(calendar, { from, workingDays: 0, basis })
    case 'day': {
      const lastDay = addDays(from, limit.value)
      const dueOn = nextWorkingDay(calendar, lastDay)
      return {
        startedOn: from,
        dueOn,
        amberOn: addDays(from, amberDay(limit.value)),
        workingDays: workingDaysBetween(calendar, from, dueOn),
        provisional: calendar.isProvisional(lastDay) || calendar.isProvisional(dueOn),
        basis,
      }
    }
  }
}

function nextWorkingDay(calendar: WorkingCalendar, date: CivilDate): CivilDate {
  return calendar.isWorkingDay(date) ? date : addWorkingDays(calendar, date, 1).date
}

/**
 * A limit extended (行政许可法 art. 42: once, by 10 wd, with the reason told): due that much later, and amber when 80 % of
 * the whole new length are used. Days the clock stood still before count as little as they did.
 * @throws RangeError for a negative or fractional number of days
 */
export function extendDeadline(
  calendar: WorkingCalendar,
  deadline: Deadline,
  extension: { readonly workingDays: number; readonly basis: string },
): Deadline {
  const due = addWorkingDays(calendar, deadline.dueOn, extension.workingDays)
  const workingDays = deadline.workingDays + extension.workingDays
  return {
    ...deadline,
    dueOn: due.date,
    amberOn: workingDaysBefore(calendar, due.date, workingDays - amberDay(workingDays)),
    workingDays,
    provisional: deadline.provisional || due.provisional,
    basis: `${deadline.basis}；${extension.basis}`,
  }
}

/**
 * A limit that stood still from `stoppedOn` to `resumedOn` (行政许可法 art. 45). The day it was stopped is the last that
 * counted, the day after it was resumed the first again. What was overdue, or amber, before stays so.
 * @throws RangeError when it was resumed before it was stopped
 */
export function resumeDeadline(
  calendar: WorkingCalendar,
  deadline: Deadline,
  pause: { readonly stoppedOn: CivilDate; readonly resumedOn: CivilDate },
): Deadline {
  const { stoppedOn, resumedOn } = pause
  if (resumedOn < stoppedOn) throw new RangeError(`resumed on ${resumedOn}, before it was stopped on ${stoppedOn}`)
  const later = (date: CivilDate) =>
    date <= stoppedOn
      ? { date, provisional: false }
      : addWorkingDays(calendar, resumedOn, workingDaysBetween(calendar, stoppedOn, date))
  const due = later(deadline.dueOn)
  return {
    ...deadline,
    dueOn: due.date,
    amberOn: later(deadline.amberOn).date,
    provisional: deadline.provisional || due.provisional,
  }
}

/** What happened to a running limit since it began: it was extended, or it stood still. */
export type DeadlineChange =
  | { readonly kind: 'extended'; readonly workingDays: number; readonly basis: string }
  | { readonly kind: 'paused'; readonly stoppedOn: CivilDate; readonly resumedOn: CivilDate }

/** The limit after one change; changes applied in their order to a limit begun afresh give it under another calendar. */
export function changeDeadline(calendar: WorkingCalendar, deadline: Deadline, change: DeadlineChange): Deadline {
  return change.kind === 'extended'
    ? extendDeadline(calendar, deadline, change)
    : resumeDeadline(calendar, deadline, change)
}

/** Green, amber from `amberOn` on, red once `dueOn` is over: on the day it is due it is still amber. */
export function deadlineColour(
  deadline: Pick<Deadline, 'amberOn' | 'dueOn'>,
  today: CivilDate,
): 'green' | 'amber' | 'red' {
  if (today > deadline.dueOn) return 'red'
  return today >= deadline.amberOn ? 'amber' : 'green'
}

/** Calendar days left: 0 on the day it is due, negative when overdue. */
export function daysLeft(deadline: Pick<Deadline, 'dueOn'>, today: CivilDate): number {
  return daysBetween(today, deadline.dueOn)
}
