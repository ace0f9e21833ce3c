import { receiveResult as contract } from '@shared/contracts/applications-decision'
import { implementCommand, isFailure } from '../../kernel/operation'
import { ownApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** 送达 of an electronic result: its applicant opens it. */
export const receiveResult = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await ownApplication(context.transaction, input.applicationId, context.openid)
    if (isFailure(application)) return application
    const { decision } = application
    const delivery = { way: 'electronic', at: context.now } as const
    return takeStep(
      { ...context, staff: undefined },
      {
        application,
        item: await itemOf(application),
        action: 'deliver',
        version: input.version,
        ...(decision === undefined ? {} : { change: { decision: { ...decision, delivery } } }),
        details: { way: delivery.way },
      },
    )
  },
})
