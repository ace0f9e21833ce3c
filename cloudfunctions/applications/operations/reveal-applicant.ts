import { revealApplicant as contract } from '@shared/contracts/applications'
import { decideReveal } from '@shared/domain/application-workflow'
import { appendAudit } from '../../kernel/audit'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { openContent } from '../content'
import { asItStands } from '../move'
import { personTowards, scopedApplication, staffActor } from '../people'
import { applications } from '../store'

/**
 * Shows the numbers in full; the look and its reason stay in the chain for the applicant to see. The version stays as it
 * is, since nothing that is decided on changes (decision 0005).
 */
export const revealApplicant = implementCommand(contract, {
  async handle({ input, openid, staff, now, transaction }) {
    const application = await scopedApplication(transaction, input.applicationId, staff)
    if (isFailure(application)) return application
    const decision = decideReveal(asItStands(application, now).state, personTowards(application, openid, staff, now))
    if (staff === undefined || decision !== 'ALLOWED')
      return fail(decision === 'WRONG_STATE' ? 'WRONG_STATE' : 'NOT_CLAIMED')
    const audit = await appendAudit(transaction, application.audit, {
      subject: application._id,
      at: now,
      actor: staffActor(staff),
      event: 'applicant-revealed',
      label: '查看完整证件信息',
      details: { note: input.reason },
    })
    await transaction.put(applications, { ...application, audit })
    const { applicant, answers } = openContent(application._id, application.content)
    return { applicant: { ...applicant }, answers: { ...answers } }
  },
})
