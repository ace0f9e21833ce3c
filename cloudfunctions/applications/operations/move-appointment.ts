import { moveAppointment as contract } from '@shared/contracts/applications-window'
import { decideAppointment } from '@shared/domain/appointment-workflow'
import { fail, implementCommand } from '../../kernel/operation'
import { countServed, isTheirs, takeAppointmentStep, timesOf } from '../appointments'
import { staffActor } from '../people'
import { appointments } from '../window-store'

/** A step of one number as the table allows it; of another day's, the centre can only cancel. */
export const moveAppointment = implementCommand(contract, {
  async handle({ input, staff, now, transaction, outbox }) {
    const { action } = input
    const appointment = await transaction.get(appointments, input.appointmentId)
    if (appointment === undefined || staff === undefined || !isTheirs(staff, appointment)) return fail('NOT_FOUND')
    const times = timesOf(appointment, now)
    const row = decideAppointment(appointment.state, action, 'window', times, now)
    if (typeof row === 'string') return fail('WRONG_STATE')
    if (!times.isToday && action !== 'cancel') return fail('NOT_TODAY')
    // Who is passed over waits anew, behind those who are there now; the slot they booked counts no more.
    const change = action === 'pass-over' ? { arrivedAt: now, slotAt: 0 } : {}
    const step = { appointment, row, actor: staffActor(staff), now, outbox, change }
    const { state } = await takeAppointmentStep(transaction, step)
    if (action === 'serve') await countServed(transaction, appointment)
    return { state }
  },
})
