import { changeAppointment as contract } from '@shared/contracts/applications-window'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { appointmentView, inSlot, takeAppointmentStep } from '../appointments'
import { ownAppointment } from '../own-appointment'
import { applicantActor } from '../people'
import { giveSeatBack, offeredSlot, slotFull, takeSeat } from '../slots'
import { applications } from '../store'
import { giveTypedCodeBack, takeTypedCode } from '../visit-code'

/** Moves an appointment to another half hour; where that one is full, the old one is kept. */
export const changeAppointment = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const found = await ownAppointment(transaction, { ...input, action: 'change', openid, now })
    if (isFailure(found)) return found
    const { appointment, row } = found
    const application = await transaction.get(applications, appointment.applicationId)
    if (application === undefined) return fail('NOT_FOUND')
    const slot = offeredSlot(application, input, now)
    if (isFailure(slot)) return slot
    if (slot.date === appointment.date && slot.from === appointment.from) return appointmentView(appointment, now)
    const { _id, area, date, typedCode } = appointment
    if (isFailure(await takeSeat(transaction, area, slot))) return slotFull(application, area, slot, now)
    await giveSeatBack(transaction, area, appointment)
    const isAnotherDay = slot.date !== date
    if (isAnotherDay) await giveTypedCodeBack(transaction, date, typedCode)
    const code = isAnotherDay
      ? await takeTypedCode(transaction, { appointmentId: _id, date: slot.date, wanted: typedCode })
      : typedCode
    const change = { ...inSlot(slot, now), typedCode: code }
    const actor = applicantActor(openid)
    return appointmentView(
      await takeAppointmentStep(transaction, { appointment, row, actor, now, outbox, change }),
      now,
    )
  },
})
