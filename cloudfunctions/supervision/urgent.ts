import type { Urgency } from '@shared/contracts/supervision'
import { addDays, type CivilDate } from '@shared/domain/civil-time'
import { command } from '../kernel/database'

type Condition = ReturnType<ReturnType<typeof command>['lt']>

/** `amberOrder` of cases whose first amber day has come. Keys are `day#id`: all of a day lie before the next day. */
export const amberBy = (today: CivilDate): Condition => command().lt(addDays(today, 1))
/** `dueOrder` of cases whose last day is over. */
export const dueBefore = (today: CivilDate): Condition => command().lt(today)

/** Which cases have a colour, in which order, going on after `cursor`; amber ones are not red as well. */
export function urgentCases(
  urgency: Urgency,
  today: CivilDate,
  cursor: string | undefined,
): { readonly where: Readonly<Record<string, unknown>>; readonly order: 'dueOrder' | 'amberOrder' } {
  const after = (condition: Condition) => (cursor === undefined ? condition : condition.and(command().gt(cursor)))
  switch (urgency) {
    case 'red':
      return { where: { dueOrder: after(dueBefore(today)) }, order: 'dueOrder' }
    case 'amber':
      return { where: { amberOrder: after(amberBy(today)), dueOn: command().gte(today) }, order: 'amberOrder' }
  }
}
