import { bookAppointment as contract } from '@shared/contracts/applications-window'
import { blockedUntil } from '@shared/domain/appointment-slots'
import { appointmentRow } from '@shared/domain/appointment-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { isOnItsWay } from '@shared/domain/home-visit-workflow'
import { birthDateOf } from '@shared/domain/identity-number'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import {
  appointmentOf,
  appointmentView,
  awaitsWindow,
  inSlot,
  missedDaysOf,
  standingAppointment,
  takeAppointmentStep,
  visitPlanOf,
} from '../appointments'
import { openContent } from '../content'
import { applicantActor, ownApplication } from '../people'
import { offeredSlot, slotFull, takeSeat } from '../slots'
import { itemOf } from '../take-step'
import { takeTypedCode } from '../visit-code'
import { homeVisits, visitPlans } from '../window-store'

/** Books a half hour at the window for a passed application; it has one at most, and the last seat goes to one person. */
export const bookAppointment = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const application = await ownApplication(transaction, input.applicationId, openid)
    if (isFailure(application)) return application
    if (!awaitsWindow(application)) return fail('WRONG_STATE')
    // The seat comes first: whoever races for it and loses begins anew before anything else is read.
    const slot = offeredSlot(application, input, now)
    if (isFailure(slot)) return slot
    const { area } = await itemOf(application)
    if (isFailure(await takeSeat(transaction, area, slot))) return slotFull(application, area, slot, now)
    const today = civilDateOf(now)
    const plan = await visitPlanOf(transaction, application._id)
    const visit = plan.homeVisitId === '' ? undefined : await transaction.get(homeVisits, plan.homeVisitId)
    const isTaken = (await standingAppointment(transaction, plan, today)) !== undefined
    if (isTaken || (visit !== undefined && isOnItsWay(visit.state))) return fail('ALREADY_BOOKED')
    const born = birthDateOf(openContent(application._id, application.content).applicant.identityNumber)
    if (blockedUntil(await missedDaysOf(transaction, openid), born, today) !== undefined) return fail('BOOKING_BLOCKED')

    const id = makeId()
    const typedCode = await takeTypedCode(transaction, { appointmentId: id, date: slot.date })
    await transaction.put(visitPlans, { ...plan, appointmentId: id })
    const appointment = await takeAppointmentStep(transaction, {
      appointment: appointmentOf(application, { id, area, date: slot.date }),
      row: appointmentRow('none', 'book', 'applicant'),
      actor: applicantActor(openid),
      now,
      outbox,
      change: { ...inSlot(slot, now), typedCode },
    })
    return appointmentView(appointment, now)
  },
})
