import { takeApplication as contract } from '@shared/contracts/applications-decision'
import { personReference } from '../../kernel/person-reference'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { announceTakeover } from '../announce'
import { scopedApplication } from '../people'
import type { Application } from '../store'
import { itemOf, takeStep } from '../take-step'

/** 接办: an accepted case is dealt with by whoever takes it over, also from a colleague, who is told. */
export const takeApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const { openid, staff, now, outbox, transaction } = context
    if (staff === undefined) return fail('FORBIDDEN')
    const application = await scopedApplication(transaction, input.applicationId, staff)
    if (isFailure(application)) return application
    const taken = await takeStep(context, {
      application,
      item: await itemOf(application),
      action: 'take',
      version: input.version,
      change: { handledBy: openid, handlerName: staff.name },
      details: fromColleague(application, staff.name),
    })
    if (!isFailure(taken)) await announceTakeover(outbox, application, staff, now)
    return taken
  },
})

/** For the chain: who dealt with the case so far. */
function fromColleague({ handledBy, handlerName = '' }: Application, to: string): Readonly<Record<string, unknown>> {
  if (handledBy === undefined) return {}
  return { previous: personReference(handledBy), note: `承办人由${handlerName}改为${to}` }
}
