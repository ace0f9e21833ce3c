import { resubmitApplication as contract } from '@shared/contracts/applications'
import { civilDateOf } from '@shared/domain/civil-time'
import { implementCommand, isFailure } from '../../kernel/operation'
import { sealContent } from '../content'
import { correct } from '../correction'
import { ownApplication } from '../people'
import { itemOf, outOfTurn, takeStep } from '../take-step'

/** Sends a correction in: only marked parts may differ; what was there before stays for the reviewer to compare. */
export const resubmitApplication = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await ownApplication(context.transaction, input.applicationId, context.openid)
    if (isFailure(application)) return application
    const asApplicant = { ...context, staff: undefined }
    const refusal = outOfTurn(asApplicant, { application, action: 'resubmit', version: input.version })
    if (refusal !== undefined) return refusal
    const item = await itemOf(application)
    const correction = correct(application, item, input, civilDateOf(context.now))
    if (isFailure(correction)) return correction
    const { content, materials, changed } = correction
    const rounds = application.rounds.map((round, place) =>
      place === application.rounds.length - 1 ? { ...round, changed, resubmittedAt: context.now } : round,
    )
    return takeStep(asApplicant, {
      application,
      item,
      action: 'resubmit',
      version: input.version,
      change: {
        content: sealContent(application._id, content),
        materials,
        replacements: {},
        before: { content: application.content, materials: application.materials },
        rounds,
      },
      details: { round: rounds.length, changed },
    })
  },
})
