import {
  fixedClocks,
  applicationLimits,
  type ApplicationClock,
  type ApplicationTransition,
} from '@shared/domain/application-workflow'
import { centreClocks } from '@shared/domain/case-facts'
import { addDays, civilDateOf, type CivilDate } from '@shared/domain/civil-time'
import {
  changeDeadline,
  startDeadline,
  startItemDeadline,
  type Deadline,
  type DeadlineChange,
} from '@shared/domain/deadline'
import type { Item } from '@shared/domain/item'
import { workingCalendar } from '../kernel/centre'
import type { Application, Clocks } from './store'

/** What is known of an application's clocks. */
type Running = Pick<Application, 'clocks' | 'clockChanges' | 'alerted' | 'suspension'>
type Limits = Pick<Item, 'committed' | 'statutory'>

/** The limits of the acceptance: those that are extended and that may stand still (行政许可法 art. 42 and 45). */
const ofAcceptance = ['committed', 'statutory'] as const
type ClockOfAcceptance = (typeof ofAcceptance)[number]
const isOfAcceptance = (clock: ApplicationClock): clock is ClockOfAcceptance =>
  ofAcceptance.some((each) => each === clock)

const extension: DeadlineChange = {
  kind: 'extended',
  workingDays: applicationLimits.extension,
  basis: '行政许可法第四十二条：延长10个工作日',
}

function begin(clock: ApplicationClock, from: CivilDate, item: Limits): Deadline {
  if (clock === 'committed') return startItemDeadline(workingCalendar, from, item.committed, '承诺时限')
  if (clock === 'statutory') return startItemDeadline(workingCalendar, from, item.statutory, '法定时限')
  return startDeadline(workingCalendar, { from, ...fixedClocks[clock] })
}

/** The clocks after a step: stopped ones gone, started ones counted from where the table says, or going on. */
export function runClocks(
  before: Running,
  row: Pick<ApplicationTransition, 'stops' | 'starts' | 'countedFrom' | 'clocks'>,
  item: Limits,
  now: number,
): Pick<Application, 'clocks' | 'clockChanges' | 'alerted'> {
  const { clocks, clockChanges = [], alerted = {}, suspension } = before
  if (row.clocks === 'extended') {
    // The limit is another one now: its amber comes again.
    return {
      clocks: mapClocks(clocks, (clock, each) =>
        isOfAcceptance(clock) ? changeDeadline(workingCalendar, each, extension) : each,
      ),
      clockChanges: [...clockChanges, extension],
      alerted: without(alerted, ofAcceptance),
    }
  }
  const kept = without(clocks, row.stops)
  if (row.clocks === 'resumed') {
    if (suspension === undefined) throw new Error('a case that does not stand still cannot go on')
    const pause: DeadlineChange = { kind: 'paused', stoppedOn: suspension.since, resumedOn: civilDateOf(now) }
    const resumed = mapClocks(suspension.clocks, (_clock, each) => changeDeadline(workingCalendar, each, pause))
    return { clocks: { ...kept, ...resumed }, clockChanges: [...clockChanges, pause], alerted }
  }
  const counted = row.countedFrom === undefined ? undefined : clocks[row.countedFrom]
  const from = counted?.startedOn ?? civilDateOf(now)
  const started = Object.fromEntries(row.starts.map((clock) => [clock, begin(clock, from, item)]))
  return { clocks: { ...kept, ...started }, clockChanges, alerted: without(alerted, row.starts) }
}

/** The clocks that a suspension keeps. */
export function standingStill({ clocks }: Running): Clocks {
  return Object.fromEntries(Object.entries(clocks).filter(([clock]) => isOfAcceptance(clock as ApplicationClock)))
}

/** The same clocks counted afresh, with everything that happened to them, by the calendar as it is known now. */
export function recount(running: Running, item: Limits): Pick<Running, 'clocks' | 'suspension'> {
  const afresh = (clock: ApplicationClock, { startedOn }: Deadline) => {
    const begun = begin(clock, startedOn, item)
    if (!isOfAcceptance(clock)) return begun
    const changes = running.clockChanges ?? []
    return changes.reduce((deadline, change) => changeDeadline(workingCalendar, deadline, change), begun)
  }
  const { suspension } = running
  return {
    clocks: mapClocks(running.clocks, afresh),
    ...(suspension === undefined
      ? {}
      : { suspension: { ...suspension, clocks: mapClocks(suspension.clocks, afresh) } }),
  }
}

/** Which due days differ between two counts of the same clocks. */
export function changedDueDays(
  before: Running,
  after: Pick<Running, 'clocks' | 'suspension'>,
): readonly { readonly clock: ApplicationClock; readonly from: CivilDate; readonly to: CivilDate }[] {
  const all = (running: Pick<Running, 'clocks' | 'suspension'>) =>
    new Map(Object.entries({ ...running.suspension?.clocks, ...running.clocks }))
  const later = all(after)
  return [...all(before)].flatMap(([clock, { dueOn: from }]) => {
    const to = later.get(clock)?.dueOn
    return to === undefined || to === from ? [] : [{ clock: clock as ApplicationClock, from, to }]
  })
}

/** The last due day that rests on a year whose notice was not known; '' when none does. */
export function provisionalDay({ clocks, suspension }: Running): CivilDate {
  const days = [...Object.values(clocks), ...Object.values(suspension?.clocks ?? {})]
    .filter(({ provisional }) => provisional)
    .map(({ dueOn }) => dueOn)
  return days.sort().at(-1) ?? ''
}

/** An escalation that is due: a clock turned amber, or red. */
export interface Alert {
  readonly clock: ApplicationClock
  readonly colour: 'amber' | 'red'
}

/** When a clock is escalated next; undefined once it was for red. */
function nextAlert(
  clock: ApplicationClock,
  { clocks, alerted }: Running,
): { on: CivilDate; colour: Alert['colour'] } | undefined {
  const deadline = clocks[clock]
  const done = alerted?.[clock]
  if (deadline === undefined || done === 'red') return undefined
  return done === 'amber'
    ? { on: addDays(deadline.dueOn, 1), colour: 'red' }
    : { on: deadline.amberOn, colour: 'amber' }
}

/** The day on which something of this case is escalated next; '' = never. */
export function nextAlertDay(running: Running): CivilDate {
  const days = centreClocks.flatMap((clock) => nextAlert(clock, running)?.on ?? [])
  return days.sort()[0] ?? ''
}

/** What is to be escalated today: each clock once amber and once red; one that is red already is amber no more. */
export function alertsDue(running: Running, today: CivilDate): readonly Alert[] {
  return centreClocks.flatMap((clock): readonly Alert[] => {
    const next = nextAlert(clock, running)
    if (next === undefined || next.on > today) return []
    const isOver = (running.clocks[clock]?.dueOn ?? today) < today
    return [{ clock, colour: isOver ? 'red' : next.colour }]
  })
}

function mapClocks(clocks: Clocks, change: (clock: ApplicationClock, deadline: Deadline) => Deadline): Clocks {
  return Object.fromEntries(
    Object.entries(clocks).map(([clock, deadline]) => [clock, change(clock as ApplicationClock, deadline)]),
  )
}

function without<Value>(
  byClock: Partial<Readonly<Record<ApplicationClock, Value>>>,
  clocks: readonly ApplicationClock[],
): Partial<Readonly<Record<ApplicationClock, Value>>> {
  return Object.fromEntries(Object.entries(byClock).filter(([clock]) => !clocks.includes(clock as ApplicationClock)))
}
