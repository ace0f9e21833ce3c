import {
  decideAppointment,
  type AppointmentAction,
  type AppointmentTransition,
} from '@shared/domain/appointment-workflow'
import type { Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import { timesOf } from './appointments'
import { appointments, type Appointment } from './window-store'

/** One of the caller's own appointments and the step they may take on it; anybody else's does not exist for them. */
export async function ownAppointment(
  transaction: Transaction,
  {
    appointmentId,
    action,
    openid,
    now,
  }: { appointmentId: string; action: AppointmentAction; openid: string; now: number },
): Promise<
  | { readonly appointment: Appointment; readonly row: AppointmentTransition }
  | Failure<'NOT_FOUND' | 'WRONG_STATE' | 'TOO_LATE'>
> {
  const appointment = await transaction.get(appointments, appointmentId)
  if (appointment?.ownerId !== openid) return fail('NOT_FOUND')
  const row = decideAppointment(appointment.state, action, 'applicant', timesOf(appointment, now), now)
  if (typeof row !== 'string') return { appointment, row }
  return fail(row === 'TOO_LATE' ? 'TOO_LATE' : 'WRONG_STATE')
}
