import type { CivilDate } from '@shared/domain/civil-time'
import {
  complaintClocks,
  complaintConfirmLimit,
  complaintExtension,
  complaintKinds,
  complaintReceiveLimit,
  type ComplaintClock,
  type ComplaintKind,
  type ComplaintTransition,
} from '@shared/domain/complaint-workflow'
import { extendDeadline, startDeadline } from '@shared/domain/deadline'
import { workingCalendar } from '../kernel/centre'
import type { Complaint } from './store'

type Running = Pick<Complaint, 'clock' | 'alerted' | 'overran'>

/** The clock after a step: at most one runs. One that starts while it runs is extended. */
export function runClock(
  before: Running,
  row: Pick<ComplaintTransition, 'stops' | 'starts'>,
  kind: ComplaintKind,
  today: CivilDate,
): Running {
  const { clock } = before
  const [started] = row.starts
  const isOver = clock !== undefined && (row.stops.includes(clock.name) || started === clock.name)
  const overran = before.overran || (isOver && isLate(clock, today))
  if (started !== undefined) {
    const deadline =
      started === clock?.name
        ? extendDeadline(workingCalendar, clock.deadline, { workingDays: complaintExtension, basis: '延长一次' })
        : startDeadline(workingCalendar, {
            from: today,
            workingDays: lengthOf(started, kind),
            basis: `投诉建议：${complaintClocks[started].name}`,
          })
    return { clock: { name: started, deadline }, alerted: '', overran }
  }
  if (clock === undefined || isOver) return { alerted: '', overran }
  return { clock, alerted: before.alerted, overran }
}

function isLate({ name, deadline }: NonNullable<Running['clock']>, today: CivilDate): boolean {
  return complaintClocks[name].isCentres && deadline.dueOn < today
}

function lengthOf(clock: ComplaintClock, kind: ComplaintKind): number {
  switch (clock) {
    case 'receive':
      return complaintReceiveLimit
    case 'answer':
      return complaintKinds[kind].workingDays
    case 'confirm':
      return complaintConfirmLimit
  }
}
