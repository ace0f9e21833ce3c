import { extendApplication as contract } from '@shared/contracts/applications-decision'
import { applicationLimits } from '@shared/domain/application-workflow'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { scopedApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** 行政许可法 art. 42: ten working days more, once, granted by a supervisor and told with its reason. */
export const extendApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
    if (isFailure(application)) return application
    if (application.version !== input.version) return fail('VERSION_CHANGED')
    if (application.extension !== undefined) return fail('ALREADY_EXTENDED')
    const { reason } = input
    const workingDays = applicationLimits.extension
    return takeStep(context, {
      application,
      item: await itemOf(application),
      action: 'extend',
      version: input.version,
      change: { extension: { reason, workingDays, grantedAt: context.now } },
      details: { note: reason, workingDays },
    })
  },
})
