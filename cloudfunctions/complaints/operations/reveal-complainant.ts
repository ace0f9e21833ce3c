import { revealComplainant as contract } from '@shared/contracts/complaints'
import { appendAudit } from '../../kernel/audit'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { subjectOf } from '../moving'
import { personTowards, seenAs, staffActor } from '../people'
import { complainantOf } from '../sealed-words'
import { complaints } from '../store'
import { complaintForStaff } from '../whose'

/** Shows a supervisor who complains; the look and its reason stay in the chain. The version stays (decision 0005). */
export const revealComplainant = implementCommand(contract, {
  async handle({ input, openid, staff, now, transaction }) {
    const complaint = await complaintForStaff(transaction, input.complaintId, openid, staff)
    if (isFailure(complaint)) return complaint
    if (staff === undefined || seenAs(personTowards(complaint, openid, staff)) !== 'supervisor')
      return fail('NOT_FOUND')
    const audit = await appendAudit(transaction, complaint.audit, {
      subject: subjectOf(complaint),
      at: now,
      actor: staffActor(staff),
      event: 'complainant-revealed',
      label: '查看投诉人联系方式',
      details: { note: input.reason },
    })
    await transaction.put(complaints, { ...complaint, audit })
    return { ...complainantOf(complaint) }
  },
})
