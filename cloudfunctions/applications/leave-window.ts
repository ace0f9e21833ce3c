import { decideAppointment } from '@shared/domain/appointment-workflow'
import { queueOfState, type ApplicationTransition } from '@shared/domain/application-workflow'
import { homeVisitTransitions } from '@shared/domain/home-visit-workflow'
import type { AuditHead } from '../kernel/audit'
import type { Transaction } from '../kernel/database'
import type { Outbox } from '../kernel/outbox'
import type { AuditEntry } from '../kernel/store'
import { countServed, timesOf, visitPlanOf, writeAppointment } from './appointments'
import { writeHomeVisit } from './home-visits'
import type { Application } from './store'
import { appointments, homeVisits, type Appointment, type HomeVisit } from './window-store'

/** A step of an application that may take it out of the window's queue. */
interface Leaving {
  readonly application: Application
  readonly row: Pick<ApplicationTransition, 'from' | 'to'>
  readonly actor: AuditEntry['actor']
  /** Whether the applicant was there: not where it was done at their home, by themselves or by the clock. */
  readonly cameToWindow: boolean
  readonly now: number
}

/**
 * What an application leaves behind when it no longer waits for the window (accepted, refused, withdrawn, expired):
 * who is in the line, or came on the day they booked, has been served; any other booked seat is given back; a home visit
 * that is still open is over. Nothing is told, since the application's own message says it.
 * @returns the head of the application's chain, with the entries of these steps
 */
export async function leaveWindow(
  transaction: Transaction,
  { application, row, actor, cameToWindow, now }: Leaving,
): Promise<AuditHead> {
  if (row.from === 'draft' || queueOfState[row.from] !== 'window' || queueOfState[row.to] === 'window')
    return application.audit
  const plan = await visitPlanOf(transaction, application._id)
  let head = application.audit
  const appointment = plan.appointmentId === '' ? undefined : await transaction.get(appointments, plan.appointmentId)
  if (appointment !== undefined)
    head = await endAppointment(transaction, appointment, { head, actor, cameToWindow, now })
  const visit = plan.homeVisitId === '' ? undefined : await transaction.get(homeVisits, plan.homeVisitId)
  if (visit !== undefined) head = await endHomeVisit(transaction, visit, { head, actor, now })
  return head
}

type Ending = Pick<Leaving, 'actor' | 'now'> & { readonly head: AuditHead }

async function endAppointment(
  transaction: Transaction,
  appointment: Appointment,
  { head, actor, cameToWindow, now }: Ending & Pick<Leaving, 'cameToWindow'>,
): Promise<AuditHead> {
  const decide = (action: 'serve' | 'cancel') =>
    decideAppointment(appointment.state, action, 'window', timesOf(appointment, now), now)
  const [serve, cancel] = [decide('serve'), decide('cancel')]
  // A booked seat that its person never came for is called off; who is in the line was there, whoever ends it.
  const row = cameToWindow || typeof cancel === 'string' ? serve : cancel
  const ending = typeof row === 'string' ? cancel : row
  if (typeof ending === 'string') return head
  const step = { appointment, row: ending, actor, now, outbox: silence }
  const { head: entered } = await writeAppointment(transaction, step, head)
  if (ending.action === 'serve') await countServed(transaction, appointment)
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
