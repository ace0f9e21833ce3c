import { appointmentRow, appointmentTransitions } from '@shared/domain/appointment-workflow'
import { queueOfState, type ApplicationTransition } from '@shared/domain/application-workflow'
import { homeVisitTransitions } from '@shared/domain/home-visit-workflow'
import type { AuditHead } from '../kernel/audit'
import type { Transaction } from '../kernel/database'
import type { Outbox } from '../kernel/outbox'
import type { AuditEntry } from '../kernel/store'
import { countServed, visitPlanOf, writeAppointment } from './appointments'
import { writeHomeVisit } from './home-visits'
import type { Application } from './store'
import { appointments, homeVisits, type Appointment, type HomeVisit } from './window-store'

/** A step of an application that may take it out of the window's queue. */
interface Leaving {
  readonly application: Application
  readonly row: Pick<ApplicationTransition, 'from' | 'to'>
  readonly actor: AuditEntry['actor']
  readonly now: number
}

/**
 * What an application leaves behind when it no longer waits for the window (accepted, refused, withdrawn, expired): a
 * booked seat is given back, who is in the line has been served, a home visit that is still open is over. Nothing is
 * told, since the application's own message says it.
 * @returns the head of the application's chain, with the entries of these steps
 */
export async function leaveWindow(
  transaction: Transaction,
  { application, row, actor, now }: Leaving,
): Promise<AuditHead> {
  if (row.from === 'draft' || queueOfState[row.from] !== 'window' || queueOfState[row.to] === 'window')
    return application.audit
  const plan = await visitPlanOf(transaction, application._id)
  let head = application.audit
  const appointment = plan.appointmentId === '' ? undefined : await transaction.get(appointments, plan.appointmentId)
  if (appointment !== undefined) head = await endAppointment(transaction, appointment, { head, actor, now })
  const visit = plan.homeVisitId === '' ? undefined : await transaction.get(homeVisits, plan.homeVisitId)
  if (visit !== undefined) head = await endHomeVisit(transaction, visit, { head, actor, now })
  return head
}

interface Ending {
  readonly head: AuditHead
  readonly actor: AuditEntry['actor']
  readonly now: number
}

async function endAppointment(
  transaction: Transaction,
  appointment: Appointment,
  { head, actor, now }: Ending,
): Promise<AuditHead> {
  const open = (action: 'serve' | 'cancel') =>
    appointmentTransitions.some((row) => row.action === action && row.from === appointment.state)
  const action = open('serve') ? 'serve' : open('cancel') ? 'cancel' : undefined
  if (action === undefined) return head
  const row = appointmentRow(appointment.state, action, 'window')
  const { head: entered } = await writeAppointment(transaction, { appointment, row, actor, now, outbox: silence }, head)
  if (action === 'serve') await countServed(transaction, appointment)
  return entered
}

async function endHomeVisit(
  transaction: Transaction,
  visit: HomeVisit,
  { head, actor, now }: Ending,
): Promise<AuditHead> {
  const row = homeVisitTransitions.find((each) => each.action === 'cancel' && each.from === visit.state)
  if (row === undefined) return head
  return (await writeHomeVisit(transaction, { visit, row, actor, now, outbox: silence }, head)).head
}

const silence: Pick<Outbox, 'tell'> = { tell: () => undefined }
