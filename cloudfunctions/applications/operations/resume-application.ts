import { resumeApplication as contract } from '@shared/contracts/applications-decision'
import { implementCommand, isFailure } from '../../kernel/operation'
import { scopedApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** The limits go on from where they stood still. */
export const resumeApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
    if (isFailure(application)) return application
    return takeStep(context, {
      application,
      item: await itemOf(application),
      action: 'resume',
      version: input.version,
    })
  },
})
