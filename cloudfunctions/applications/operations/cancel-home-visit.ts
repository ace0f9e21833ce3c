import { cancelHomeVisit as contract } from '@shared/contracts/applications-window'
import { decideHomeVisit } from '@shared/domain/home-visit-workflow'
import { fail, implementCommand } from '../../kernel/operation'
import { homeVisitView, takeHomeVisitStep } from '../home-visits'
import { applicantActor } from '../people'
import { homeVisits } from '../window-store'

/** The applicant needs no visit any more. */
export const cancelHomeVisit = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const visit = await transaction.get(homeVisits, input.visitId)
    if (visit?.ownerId !== openid) return fail('NOT_FOUND')
    const row = decideHomeVisit(visit.state, 'cancel', 'applicant')
    if (typeof row === 'string') return fail('WRONG_STATE')
    const step = { visit, row, actor: applicantActor(openid), now, outbox }
    return homeVisitView(await takeHomeVisitStep(transaction, step), 'applicant')
  },
})
