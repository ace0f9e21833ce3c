import { resubmitApplication as contract } from '@shared/contracts/applications'
import { civilDateOf } from '@shared/domain/civil-time'
import { implementCommand, isFailure } from '../../kernel/operation'
import { sealContent } from '../content'
import { correct } from '../correction'
import { identityHashOf } from '../identity-hash'
import { ownApplication } from '../people'
import type { Application, Materials, StoredFile } from '../store'
import { itemOf, outOfTurn, takeStep } from '../take-step'
import { expireFiles } from '../uploads'

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
    await expireFiles(context.transaction, noLongerKept(application, materials), context.now)
    return takeStep(asApplicant, {
      application,
      item,
      action: 'resubmit',
      version: input.version,
      change: {
        content: sealContent(application._id, content),
        identityHash: identityHashOf(content.applicant.identityNumber),
        materials,
        replacements: {},
        before: { content: application.content, materials: application.materials },
        rounds,
      },
      details: { round: rounds.length, changed },
    })
  },
})

/** Files that neither what is sent in now nor what it replaces has: of an earlier round, or of a part not asked for. */
function noLongerKept(application: Application, materials: Materials): readonly StoredFile[] {
  const filesOf = (sets: readonly Materials[]) => sets.flatMap((each) => Object.values(each).flat())
  const kept = new Set(filesOf([materials, application.materials]).map(({ id }) => id))
  return filesOf([application.replacements, application.before?.materials ?? {}]).filter(({ id }) => !kept.has(id))
}
