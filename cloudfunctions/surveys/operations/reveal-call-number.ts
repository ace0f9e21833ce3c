import { revealCallNumber as contract } from '@shared/contracts/surveys'
import { appendAudit } from '../../kernel/audit'
import { fail, implementCommand } from '../../kernel/operation'
import { staffActor } from '../people'
import { applicantOf } from '../persons'
import { applications, calls } from '../store'

/** Shows the number to dial; the look stays in the case's chain for its applicant to see. */
export const revealCallNumber = implementCommand(contract, {
  async handle({ input, staff, now, transaction }) {
    const call = await transaction.get(calls, input.callId)
    if (call === undefined || staff?.departments.includes(call.department) !== true) return fail('NOT_FOUND')
    const application = await transaction.get(applications, call.applicationId)
    if (application === undefined) return fail('NOT_FOUND')
    const audit = await appendAudit(transaction, application.audit, {
      subject: application._id,
      at: now,
      actor: staffActor(staff),
      event: 'phone-revealed',
      label: '电话回访，查看联系电话',
      details: { sample: call.sampleId },
    })
    await transaction.put(applications, { ...application, audit })
    const { name, phone } = applicantOf(application)
    return { personName: name, phone }
  },
})
