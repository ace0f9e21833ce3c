import { revealApplicant as contract } from '@shared/contracts/applications'
import { appendAudit } from '../../kernel/audit'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { openContent } from '../content'
import { personTowards, scopedApplication, staffActor } from '../people'
import { applications } from '../store'

/** Shows the numbers in full to whoever holds the case; the look and its reason stay in the chain for the applicant to see. */
export const revealApplicant = implementCommand(contract, {
  async handle({ input, openid, staff, now, transaction }) {
    const application = await scopedApplication(transaction, input.applicationId, staff)
    if (isFailure(application)) return application
    const person = personTowards(application, openid, staff, now)
    if (staff === undefined || !person.holdsClaim || person.isOwner) return fail('NOT_CLAIMED')
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
