import { recordPledgeCheck as contract } from '@shared/contracts/applications-decision'
import { civilDateOf } from '@shared/domain/civil-time'
import { pledgeBlockEnd } from '@shared/domain/pledge'
import { appendAudit } from '../../kernel/audit'
import { fail, implementCommand } from '../../kernel/operation'
import { openContent } from '../content'
import { isInScope, staffActor } from '../people'
import { identityHashOf } from '../identity-hash'
import { applications, pledgeChecks, pledgeRecords } from '../store'

/** 核查结果: stands in the case's chain; a broken pledge keeps the person from pledging again for a year. */
export const recordPledgeCheck = implementCommand(contract, {
  async handle({ input, staff, now, transaction }) {
    const check = await transaction.get(pledgeChecks, input.checkId)
    const application = check && (await transaction.get(applications, check.applicationId))
    if (check?.status !== 'open' || application?.pledge === undefined || !isInScope(staff, application))
      return fail('NOT_FOUND')
    const outcome = { kept: input.kept, note: input.note, at: now }
    const audit = await appendAudit(transaction, application.audit, {
      subject: application._id,
      at: now,
      actor: staffActor(staff),
      event: 'pledge-checked',
      label: outcome.kept ? '承诺核查：属实' : '承诺核查：不属实',
      details: { kept: outcome.kept, note: outcome.note, seed: check.seed },
    })
    await transaction.put(applications, { ...application, audit, pledge: { ...application.pledge, check: outcome } })
    await transaction.put(pledgeChecks, {
      ...check,
      status: 'done',
      outcome,
      order: `${String(now).padStart(15, '0')}#${check._id}`,
    })
    if (!outcome.kept) {
      await transaction.put(pledgeRecords, {
        _id: identityHashOf(openContent(application._id, application.content).applicant.identityNumber),
        applicationId: application._id,
        brokenAt: now,
        blockedUntil: pledgeBlockEnd(civilDateOf(now)),
      })
    }
    return {}
  },
})
