import { addDays, type CivilDate } from './civil-time'
import { startDeadline, type Deadline } from './deadline'
import type { WorkingCalendar } from './working-days'

/** A matter on which at most one clock runs (a complaint, a rectification), and how far it was escalated. */
export interface SingleClock<Name extends string> {
  readonly clock?: { readonly name: Name; readonly deadline: Deadline }
  readonly alerted: '' | 'amber' | 'red'
}

/** Which clocks are the centre's to keep; the others are the citizen's, and run out instead of being escalated. */
type ClockTable<Name extends string> = Readonly<Record<Name, { readonly isCentres: boolean }>>

/** When the running clock is escalated next; undefined when it is not. */
function nextAlert<Name extends string>(
  { clock, alerted }: SingleClock<Name>,
  table: ClockTable<Name>,
): { readonly on: CivilDate; readonly colour: 'amber' | 'red' } | undefined {
  if (clock === undefined || !table[clock.name].isCentres || alerted === 'red') return undefined
  const { amberOn, dueOn } = clock.deadline
  return alerted === 'amber' ? { on: addDays(dueOn, 1), colour: 'red' } : { on: amberOn, colour: 'amber' }
}

/** What is to be escalated today; one that is red already is amber no more. */
export function alertDue<Name extends string>(
  running: SingleClock<Name>,
  table: ClockTable<Name>,
  today: CivilDate,
): 'amber' | 'red' | undefined {
  const next = nextAlert(running, table)
  if (next === undefined || next.on > today) return undefined
  return (running.clock?.deadline.dueOn ?? today) < today ? 'red' : next.colour
}

/**
 * The days by which a timer finds it: `wakeOn`, the last day of a citizen's clock; `alertOn`, the next escalation;
 * `provisionalOn`, a due day that was counted before the year's holiday notice was known; '' = none.
 */
export function wakesOf<Name extends string>(
  running: SingleClock<Name>,
  table: ClockTable<Name>,
): { readonly wakeOn: CivilDate; readonly alertOn: CivilDate; readonly provisionalOn: CivilDate } {
  const { clock } = running
  const isCitizens = clock !== undefined && !table[clock.name].isCentres
  return {
    wakeOn: isCitizens ? clock.deadline.dueOn : '',
    alertOn: nextAlert(running, table)?.on ?? '',
    provisionalOn: clock?.deadline.provisional === true ? clock.deadline.dueOn : '',
  }
}

/**
 * A single clock's limit under the calendar of today. It never stands still, and an extension only makes it longer, so
 * its whole length from its first day gives it.
 */
export function recountDeadline(calendar: WorkingCalendar, deadline: Deadline): Deadline {
  const { startedOn: from, workingDays, basis } = deadline
  return startDeadline(calendar, { from, workingDays, basis })
}
