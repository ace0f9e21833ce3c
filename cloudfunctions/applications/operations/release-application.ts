import { releaseApplication as contract } from '@shared/contracts/applications'
import { implementCommand, isFailure } from '../../kernel/operation'
import { scopedApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** Puts a claimed case back for the others. */
export const releaseApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
    if (isFailure(application)) return application
    return takeStep(context, {
      application,
      item: await itemOf(application),
      action: 'release',
      version: input.version,
    })
  },
})
