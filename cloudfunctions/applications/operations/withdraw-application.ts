import { withdrawApplication as contract } from '@shared/contracts/applications'
import { implementCommand, isFailure } from '../../kernel/operation'
import { ownApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** The applicant takes the application back, at any time before a decision. */
export const withdrawApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await ownApplication(context.transaction, input.applicationId, context.openid)
    if (isFailure(application)) return application
    const item = await itemOf(application)
    return takeStep({ ...context, staff: undefined }, { application, item, action: 'withdraw', version: input.version })
  },
})
