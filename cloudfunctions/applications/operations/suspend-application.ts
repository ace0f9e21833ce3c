import { suspendApplication as contract } from '@shared/contracts/applications-decision'
import { suspensionReasons } from '@shared/domain/application-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { implementCommand, isFailure } from '../../kernel/operation'
import { standingStill } from '../clocks'
import { scopedApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** 行政许可法 art. 45: the limits stand still for one of its reasons; the applicant is told why and for how long. */
export const suspendApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
    if (isFailure(application)) return application
    const { reason, explanation, expectedWorkingDays } = input
    const since = civilDateOf(context.now)
    return takeStep(context, {
      application,
      item: await itemOf(application),
      action: 'suspend',
      version: input.version,
      change: { suspension: { reason, explanation, expectedWorkingDays, since, clocks: standingStill(application) } },
      details: {
        reason,
        expectedWorkingDays,
        note: `${suspensionReasons[reason]}：${explanation}（预计${String(expectedWorkingDays)}个工作日）`,
      },
    })
  },
})
