import { callNext as contract } from '@shared/contracts/applications-window'
import { decideAppointment } from '@shared/domain/appointment-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { fail, implementCommand } from '../../kernel/operation'
import { inCallingOrder, isTheirs, peopleOpenTo, takeAppointmentStep, timesOf, waitingView } from '../appointments'
import { staffActor } from '../people'
import { appointments } from '../window-store'

/**
 * Calls whose turn it is. The line is read first; within the transaction each person is looked at again, so that of two
 * windows at the same moment the second one calls the next.
 */
export const callNext = implementCommand(contract, {
  async prepare({ input, staff, now }) {
    const waiting = await peopleOpenTo('call', input.area, civilDateOf(now))
    return inCallingOrder(waiting).filter((each) => isTheirs(staff, each))
  },
  async handle({ staff, now, transaction, outbox, prepared: line }) {
    if (staff === undefined) return fail('FORBIDDEN')
    for (const { _id } of line) {
      const appointment = await transaction.get(appointments, _id)
      if (appointment === undefined) continue
      const row = decideAppointment(appointment.state, 'call', 'window', timesOf(appointment, now), now)
      if (typeof row === 'string') continue
      const step = { appointment, row, actor: staffActor(staff), now, outbox }
      return { called: waitingView(await takeAppointmentStep(transaction, step), now) }
    }
    return {}
  },
})
