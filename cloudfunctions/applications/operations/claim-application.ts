import { claimApplication as contract } from '@shared/contracts/applications'
import { claimLeaseMinutes, decideTransition } from '@shared/domain/application-workflow'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { move, subjectOf, timerActor, timerPerson } from '../move'
import { personTowards, scopedApplication } from '../people'
import { applications } from '../store'
import { act, itemOf, viewWithin } from '../take-step'

/** Takes a case for 30 minutes. One's own claim is renewed; a lapsed one of somebody else goes back first. */
export const claimApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const { transaction, staff, openid, now, outbox } = context
    const found = await scopedApplication(transaction, input.applicationId, staff)
    if (isFailure(found)) return found
    const item = await itemOf(found)
    const claimUntil = now + claimLeaseMinutes * 60_000
    if (personTowards(found, openid, staff, now).holdsClaim) {
      const renewed = { ...found, claimUntil }
      await transaction.put(applications, renewed)
      return viewWithin(context, renewed, item)
    }
    if (found.claimUntil > now) return fail('ALREADY_CLAIMED')
    const isLapsed = typeof decideTransition(subjectOf(found), 'release', timerPerson) !== 'string'
    const application = isLapsed
      ? await move(transaction, {
          application: found,
          item,
          action: 'release',
          person: timerPerson,
          actor: timerActor,
          now,
          outbox,
        })
      : found
    if (isFailure(application)) return application
    const change = { claimedBy: openid, claimantName: staff?.name ?? '', claimUntil }
    return act(context, { application, item, action: 'claim', change })
  },
})
