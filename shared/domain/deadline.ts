import { daysBetween, type CivilDate } from './civil-time'
import { addWorkingDays, type WorkingCalendar } from './working-days'

/** A running limit in working days. It is met on `dueOn` until midnight. */
export interface Deadline {
  readonly startedOn: CivilDate
  readonly dueOn: CivilDate
  /** First day shown amber: 80 % of the working days are used. */
  readonly amberOn: CivilDate
  readonly workingDays: number
  /** 暂定: computed before the year's holiday notice was known. */
  readonly provisional: boolean
  /** The law or promise it comes from. */
  readonly basis: string
}

/** Share of a limit after which it is amber (the centre's rule). */
const amberShare = 0.8

export function startDeadline(
  calendar: WorkingCalendar,
  limit: { readonly from: CivilDate; readonly workingDays: number; readonly basis: string },
): Deadline {
  const due = addWorkingDays(calendar, limit.from, limit.workingDays)
  return {
    startedOn: limit.from,
    dueOn: due.date,
    amberOn: addWorkingDays(calendar, limit.from, Math.ceil(limit.workingDays * amberShare)).date,
    workingDays: limit.workingDays,
    provisional: due.provisional,
    basis: limit.basis,
  }
}

/** Green, amber from `amberOn`, red once `dueOn` is over. */
export function deadlineColour(deadline: Pick<Deadline, 'amberOn' | 'dueOn'>, today: CivilDate): 'green' | 'amber' | 'red' {
  if (today > deadline.dueOn) return 'red'
  return today >= deadline.amberOn ? 'amber' : 'green'
}

/** Calendar days left: 0 on the day it is due, negative when overdue. */
export function daysLeft(deadline: Pick<Deadline, 'dueOn'>, today: CivilDate): number {
  return daysBetween(today, deadline.dueOn)
}
