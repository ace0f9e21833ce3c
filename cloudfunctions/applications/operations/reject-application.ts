import { rejectApplication as contract } from '@shared/contracts/applications'
import { remedies } from '@shared/domain/sentences-of-law'
import { implementCommand, isFailure } from '../../kernel/operation'
import { scopedApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** 不予受理: with the reason, the right authority if it is another's matter (art. 32(2)), and the remedies. */
export const rejectApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
    if (isFailure(application)) return application
    const { reason, rightAuthority } = input
    const names = rightAuthority === undefined || rightAuthority === '' ? {} : { rightAuthority }
    return takeStep(context, {
      application,
      item: await itemOf(application),
      action: 'reject',
      version: input.version,
      change: { outcome: { reason, ...names, remedies } },
      details: { note: reason, ...names },
    })
  },
})
