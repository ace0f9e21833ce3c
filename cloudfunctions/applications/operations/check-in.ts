import { checkIn as contract } from '@shared/contracts/applications-window'
import { appointmentRow, decideAppointment, statesOpenTo } from '@shared/domain/appointment-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { checkReceiptNumber, normaliseReceiptNumber } from '@shared/domain/receipt-number'
import { centre } from '../../kernel/centre'
import { database, type Transaction } from '../../kernel/database'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import {
  appointmentOf,
  awaitsWindow,
  countAhead,
  personNameOf,
  standingAppointment,
  takeAppointmentStep,
  takeQueueNumber,
  timesOf,
  visitPlanOf,
} from '../appointments'
import { scopedApplication, staffActor } from '../people'
import { applications } from '../store'
import { itemOf } from '../take-step'
import { scannedAppointmentId, typedAppointmentId } from '../visit-code'
import { appointments, visitPlans, type Appointment } from '../window-store'

/**
 * Somebody stands at the window with a visit code, or with a receipt number alone: they get a queue number. A code that
 * was never made, one of an appointment elsewhere and one that was forged are answered alike.
 */
export const checkIn = implementCommand(contract, {
  prepare: async ({ input }) => ({ applicationId: await applicationOfReceipt(input.code) }),
  async handle({ input, staff, now, transaction, outbox, prepared }) {
    const today = civilDateOf(now)
    const shown =
      prepared.applicationId === undefined ? await shownAppointment(transaction, input.code, today) : undefined
    const applicationId = prepared.applicationId ?? shown?.applicationId ?? ''
    const application =
      applicationId === '' ? fail('NOT_FOUND') : await scopedApplication(transaction, applicationId, staff)
    if (isFailure(application) || staff === undefined) return fail('CODE_UNKNOWN')
    if (shown !== undefined && shown.date !== today) return fail('NOT_TODAY')
    if (!awaitsWindow(application)) return fail('WRONG_STATE')

    const actor = staffActor(staff)
    const plan = await visitPlanOf(transaction, applicationId)
    const standing = await standingAppointment(transaction, plan, today)
    if (standing !== undefined && !statesOpenTo('check-in').includes(standing.state)) return fail('ALREADY_CHECKED_IN')
    const row =
      standing === undefined
        ? 'WRONG_STATE'
        : decideAppointment(standing.state, 'check-in', 'window', timesOf(standing, now), now)
    if (standing !== undefined && typeof row !== 'string') {
      const queueNumber = await takeQueueNumber(transaction, standing)
      const change = { queueNumber, arrivedAt: now }
      return arrived(await takeAppointmentStep(transaction, { appointment: standing, row, actor, now, outbox, change }))
    }
    // They have come on another day than they booked, or too late, or without having booked: a place in the line, and
    // the seat they will not use is free again.
    if (standing !== undefined) {
      const cancel = appointmentRow(standing.state, 'cancel', 'window')
      await takeAppointmentStep(transaction, {
        appointment: standing,
        row: cancel,
        actor,
        now,
        outbox: { tell: () => undefined },
      })
    }
    const { area } = await itemOf(application)
    const appointment = appointmentOf(application, { id: makeId(), area, date: today })
    const queueNumber = await takeQueueNumber(transaction, appointment)
    await transaction.put(visitPlans, { ...plan, appointmentId: appointment._id })
    return arrived(
      await takeAppointmentStep(transaction, {
        appointment,
        row: appointmentRow('none', 'walk-in', 'window'),
        actor,
        now,
        outbox,
        change: { queueNumber, arrivedAt: now },
      }),
    )
  },
})

async function arrived(appointment: Appointment) {
  return {
    appointmentId: appointment._id,
    applicationId: appointment.applicationId,
    queueNumber: appointment.queueNumber,
    ahead: await countAhead(appointment),
    personName: personNameOf(appointment),
    itemName: appointment.itemName,
  }
}

/** The application of a receipt number; '' when there is none, undefined when the text is no receipt number. */
async function applicationOfReceipt(text: string): Promise<string | undefined> {
  if (checkReceiptNumber(text, centre.receiptPrefix) !== undefined) return undefined
  const [found] = await database.find(applications, {
    where: { receiptNumber: normaliseReceiptNumber(text) },
    limit: 1,
  })
  return found?._id ?? ''
}

/** The appointment whose visit code was scanned, or typed (codes of today only). */
async function shownAppointment(
  transaction: Transaction,
  text: string,
  today: string,
): Promise<Appointment | undefined> {
  const id = scannedAppointmentId(text) ?? (await typedAppointmentId(transaction, text, today))
  return id === undefined ? undefined : transaction.get(appointments, id)
}
