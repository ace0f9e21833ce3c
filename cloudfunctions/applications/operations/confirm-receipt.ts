import { confirmReceipt as contract } from '@shared/contracts/applications-decision'
import { implementCommand, isFailure } from '../../kernel/operation'
import { ownApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** The applicant says that the result arrived: the case is closed. */
export const confirmReceipt = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await ownApplication(context.transaction, input.applicationId, context.openid)
    if (isFailure(application)) return application
    const item = await itemOf(application)
    return takeStep({ ...context, staff: undefined }, { application, item, action: 'confirm', version: input.version })
  },
})
