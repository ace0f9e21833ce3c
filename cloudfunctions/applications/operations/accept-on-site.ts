import { acceptOnSite as contract } from '@shared/contracts/applications-window'
import { nobody } from '@shared/domain/application-workflow'
import { appointmentRow, statesOpenTo } from '@shared/domain/appointment-workflow'
import { civilDateOf, type CivilDate } from '@shared/domain/civil-time'
import { tidyAnswers } from '@shared/domain/form-answers'
import { applicableMaterials } from '@shared/domain/item'
import type { Transaction } from '../../kernel/database'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { findPublishedItem } from '../../kernel/published-items'
import { countServed, isTheirs, stands, takeAppointmentStep, type AppointmentStep } from '../appointments'
import { beginApplication } from '../begin-application'
import { missingOnPaper } from '../completeness'
import { tidyApplicant } from '../correction'
import { staffActor } from '../people'
import type { Application, Comparison } from '../store'
import { viewWithin } from '../take-step'
import { appointments } from '../window-store'

/**
 * 现场受理: takes an application in for somebody who is present, with materials on paper and originals compared, and
 * hands it to the item's department. It is nobody's account's until the person links it with theirs.
 */
export const acceptOnSite = implementCommand(contract, {
  prepare: async ({ input }) => (await findPublishedItem(input.itemCode)) ?? fail('ITEM_NOT_FOUND'),
  async handle({ input, prepared: item, ...context }) {
    const { staff, now, transaction, outbox } = context
    const { channel } = input
    if (staff === undefined) return fail('FORBIDDEN')
    if (!staff.departments.includes(item.department)) return fail('OUT_OF_SCOPE')
    if (!item.channels.includes(channel)) return fail('CHANNEL_NOT_OFFERED')
    const content = { applicant: tidyApplicant(input.applicant), answers: tidyAnswers(item.fields, input.answers) }
    const { incomplete, notCompared } = missingOnPaper(
      item,
      { ...content, answers: input.answers },
      input.compared,
      civilDateOf(now),
    )
    if (Object.keys(incomplete).length > 0) return fail('INCOMPLETE', { ...incomplete, ...notCompared })
    if (Object.keys(notCompared).length > 0) return fail('NOT_COMPARED', notCompared)

    const actor = staffActor(staff)
    const handedOver = applicableMaterials(item, content.answers).filter(({ code }) => input.compared.includes(code))
    const comparison: Comparison = {
      compared: handedOver.filter(({ originals }) => originals > 0).map(({ code }) => code),
      onPaper: handedOver.map(({ code }) => code),
      at: now,
      place: 'window',
      staffName: staff.name,
    }
    const application = await beginApplication(transaction, {
      id: makeId(),
      action: 'accept-on-site',
      person: { ...nobody, isReviewer: true },
      actor,
      item,
      ownerId: '',
      channel,
      content,
      materials: {},
      ...(handedOver.length === 0 ? {} : { comparison }),
      now,
      outbox,
      details: { onBehalf: true, compared: comparison.onPaper, note: '窗口代为录入，材料为纸质' },
    })
    if (isFailure(application)) return fail('FORBIDDEN')
    if (input.appointmentId !== undefined) {
      const number = await transaction.get(appointments, input.appointmentId)
      if (number !== undefined && isTheirs(staff, number)) {
        await serve(transaction, { appointment: number, application, actor, now, outbox })
      }
    }
    return viewWithin(context, application, item)
  },
})

/** Ends the number somebody came with. One that was served or called off meanwhile does not stand in the way. */
async function serve(
  transaction: Transaction,
  { application, ...step }: Omit<AppointmentStep, 'row'> & { readonly application: Application },
): Promise<void> {
  const { appointment, now } = step
  const today: CivilDate = civilDateOf(now)
  const isInLine = stands(appointment, today) && statesOpenTo('serve').includes(appointment.state)
  if (!isInLine || appointment.applicationId !== '') return
  const row = appointmentRow(appointment.state, 'serve', 'window')
  await takeAppointmentStep(transaction, { ...step, row, details: { application: application._id } })
  await countServed(transaction, appointment)
}
