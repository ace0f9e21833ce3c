import { rejectApplication as contract } from '@shared/contracts/applications'
import { implementCommand, isFailure } from '../../kernel/operation'
import { scopedApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** 行政许可法 art. 38 with 行政复议法 art. 20 and 行政诉讼法 art. 46: a refusal names both remedies. */
const remedies = '如对本决定不服,可以自收到之日起60日内申请行政复议,或者自收到之日起6个月内向人民法院提起行政诉讼。'

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
