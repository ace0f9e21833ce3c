import { passApplication as contract } from '@shared/contracts/applications'
import { implementCommand, isFailure } from '../../kernel/operation'
import { scopedApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** The pre-review passed; for applications handled wholly online this is the acceptance 受理. */
export const passApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
    if (isFailure(application)) return application
    const note = input.note === undefined || input.note === '' ? undefined : input.note
    return takeStep(context, {
      application,
      item: await itemOf(application),
      action: 'pass',
      version: input.version,
      ...(note === undefined ? {} : { change: { outcome: { reason: note } }, details: { note } }),
    })
  },
})
