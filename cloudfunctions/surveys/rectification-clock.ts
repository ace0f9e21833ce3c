import type { CivilDate } from '@shared/domain/civil-time'
import { startDeadline, type Deadline } from '@shared/domain/deadline'
import {
  rectificationClocks,
  rectificationLimits,
  type RectificationClock,
  type RectificationTransition,
} from '@shared/domain/rectification-workflow'
import { workingCalendar } from '../kernel/centre'
import type { Rectification } from './store'

type Running = Pick<Rectification, 'clock' | 'alerted' | 'overran'>

/** The clock after a step: at most one runs. A limit that is made longer counts from where the short one did. */
export function runClock(
  before: Running,
  row: Pick<RectificationTransition, 'stops' | 'starts'>,
  today: CivilDate,
): Running {
  const { clock, alerted } = before
  const [started] = row.starts
  const isOver = clock !== undefined && (row.stops.includes(clock.name) || started === clock.name)
  const overran = before.overran || (isOver && ofDepartment(clock.name) && clock.deadline.dueOn < today)
  if (started !== undefined) {
    const isLonger = started === clock?.name
    const from = isLonger ? clock.deadline.startedOn : today
    return { clock: { name: started, deadline: begin(started, from, isLonger) }, alerted: '', overran }
  }
  if (isOver) return { alerted: '', overran }
  return { ...(clock === undefined ? {} : { clock }), alerted, overran }
}

/** The limits within which the citizen is to be answered. */
const ofDepartment = (clock: RectificationClock) => clock === 'verify' || clock === 'rectify'

function begin(clock: RectificationClock, from: CivilDate, isLonger: boolean): Deadline {
  const workingDays = rectificationLimits[isLonger ? 'complicated' : clock]
  return startDeadline(workingCalendar, { from, workingDays, basis: `差评整改：${rectificationClocks[clock].name}` })
}

/** The last day on which the department still answers in time; '' when it need not any more. */
export function answerDueOn({ clock }: Running): CivilDate {
  return clock !== undefined && ofDepartment(clock.name) ? clock.deadline.dueOn : ''
}
