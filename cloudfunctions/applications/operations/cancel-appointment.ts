import { cancelAppointment as contract } from '@shared/contracts/applications-window'
import { implementCommand, isFailure } from '../../kernel/operation'
import { appointmentView, takeAppointmentStep } from '../appointments'
import { ownAppointment } from '../own-appointment'
import { applicantActor } from '../people'

/** The applicant will not come: the seat is free again. */
export const cancelAppointment = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const found = await ownAppointment(transaction, { ...input, action: 'cancel', openid, now })
    if (isFailure(found)) return found
    const step = { ...found, actor: applicantActor(openid), now, outbox }
    return appointmentView(await takeAppointmentStep(transaction, step), now)
  },
})
