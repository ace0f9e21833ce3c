import type { Urgency } from '@shared/contracts/supervision'
import { endOfTime } from '@shared/domain/case-facts'
import { addDays, type CivilDate } from '@shared/domain/civil-time'
import { command } from '../kernel/database'

type Condition = ReturnType<ReturnType<typeof command>['lt']>

/** `amberOrder` of cases whose first amber day has come. Keys are `day#id`: all of a day lie before the next day. */
export const amberBy = (today: CivilDate): Condition => command().lt(addDays(today, 1))
/** `dueOrder` of cases whose last day is over. */
export const dueBefore = (today: CivilDate): Condition => command().lt(today)

/**
 * Which cases have a colour, those due first before the others, going on after `cursor`. Amber ones are looked for from
 * today on, so that those overdue are not read on the way; what is due later and not yet amber is read and left out.
 */
export function urgentCases(
  urgency: Urgency,
  today: CivilDate,
  cursor: string | undefined,
): Readonly<Record<string, unknown>> {
  // Keys are `day#id`: all of a day lie after the day itself.
  const after = (first: string) => command().gt(cursor !== undefined && cursor > first ? cursor : first)
  switch (urgency) {
    case 'red':
      return { dueOrder: after('').and(command().lt(today)) }
    case 'amber':
      // Cases whose clocks do not run are due at the end of time.
      return { dueOrder: after(today).and(command().lt(endOfTime)), amberOrder: amberBy(today) }
  }
}
