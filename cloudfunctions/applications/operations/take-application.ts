import { takeApplication as contract } from '@shared/contracts/applications-decision'
import { implementCommand, isFailure } from '../../kernel/operation'
import { scopedApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** 接办: an accepted case is dealt with by whoever takes it over, also from a colleague. */
export const takeApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
    if (isFailure(application)) return application
    return takeStep(context, {
      application,
      item: await itemOf(application),
      action: 'take',
      version: input.version,
      change: { handledBy: context.openid, handlerName: context.staff?.name ?? '' },
    })
  },
})
