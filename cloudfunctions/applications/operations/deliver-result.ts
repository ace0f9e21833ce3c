import { deliverResult as contract } from '@shared/contracts/applications-decision'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { sealRecipient } from '../content'
import { isUnderWay } from '../delivery-of-case'
import { scopedApplication } from '../people'
import { itemOf, takeStep } from '../take-step'

/** 送达 at the window, to whoever is named there. */
export const deliverResult = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
    if (isFailure(application)) return application
    if (await isUnderWay(context.transaction, application._id)) return fail('UNDER_WAY')
    const { decision, _id } = application
    const delivery = { way: 'window', at: context.now, recipient: sealRecipient(_id, input.recipient) } as const
    return takeStep(context, {
      application,
      item: await itemOf(application),
      action: 'deliver',
      version: input.version,
      ...(decision === undefined ? {} : { change: { decision: { ...decision, delivery } } }),
      details: { way: delivery.way },
    })
  },
})
