import { takeWalkInNumber as contract } from '@shared/contracts/applications-window'
import { appointmentRow } from '@shared/domain/appointment-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand } from '../../kernel/operation'
import { blankAppointment, countAhead, takeAppointmentStep, takeQueueNumber } from '../appointments'
import { staffActor } from '../people'

/** A queue number for somebody who has no application here yet; any window of the area may call them. */
export const takeWalkInNumber = implementCommand(contract, {
  async handle({ input, staff, now, transaction, outbox }) {
    if (staff === undefined) return fail('FORBIDDEN')
    const appointment = blankAppointment({ ...input, id: makeId(), date: civilDateOf(now) })
    const queueNumber = await takeQueueNumber(transaction, appointment)
    const arrived = await takeAppointmentStep(transaction, {
      appointment,
      row: appointmentRow('none', 'walk-in', 'window'),
      actor: staffActor(staff),
      now,
      outbox,
      change: { queueNumber, arrivedAt: now },
    })
    return { appointmentId: arrived._id, queueNumber, ahead: await countAhead(arrived) }
  },
})
