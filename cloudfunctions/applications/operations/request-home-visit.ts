import { requestHomeVisit as contract } from '@shared/contracts/applications-window'
import { decideHomeVisit, isOpenHomeVisit } from '@shared/domain/home-visit-workflow'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { awaitsWindow, visitPlanOf } from '../appointments'
import { openContent } from '../content'
import { homeVisitView, sealDetails, takeHomeVisitStep } from '../home-visits'
import { applicantActor, ownApplication } from '../people'
import { itemOf } from '../take-step'
import { homeVisits, visitPlans } from '../window-store'

/** Somebody who cannot come asks for a visit, with the reason, where the item offers one. */
export const requestHomeVisit = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const application = await ownApplication(transaction, input.applicationId, openid)
    if (isFailure(application)) return application
    if (!awaitsWindow(application)) return fail('WRONG_STATE')
    if (!(await itemOf(application)).homeVisit) return fail('NOT_OFFERED')
    const plan = await visitPlanOf(transaction, application._id)
    const before = plan.homeVisitId === '' ? undefined : await transaction.get(homeVisits, plan.homeVisitId)
    if (before !== undefined && isOpenHomeVisit(before.state)) return fail('ALREADY_REQUESTED')
    const row = decideHomeVisit('none', 'request', 'applicant')
    if (typeof row === 'string') return fail('WRONG_STATE')
    const id = makeId()
    const { reason, explanation, address } = input
    const { name: personName } = openContent(application._id, application.content).applicant
    await transaction.put(visitPlans, { ...plan, homeVisitId: id })
    const visit = await takeHomeVisitStep(transaction, {
      visit: {
        _id: id,
        applicationId: application._id,
        ownerId: openid,
        receiptNumber: application.receiptNumber,
        itemName: application.itemName,
        department: application.department,
        details: sealDetails(id, { reason, explanation, address, personName }),
        state: row.to,
        version: 0,
        answer: '',
        date: '',
        from: '',
        to: '',
        requestedAt: now,
        open: true,
        order: '',
      },
      row,
      actor: applicantActor(openid),
      now,
      outbox,
    })
    return homeVisitView(visit, 'applicant')
  },
})
