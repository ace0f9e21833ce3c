import type { OutputOf } from '@shared/contracts/contract'
import type { listReturnVisitSamples, ReturnVisitCall } from '@shared/contracts/surveys'
import { maskPhone } from '@shared/domain/masking'
import { command, database } from '../kernel/database'
import { surveyInvitations, type SurveyInvitation } from '../kernel/survey-invitation'
import { applicantOf } from './persons'
import { applications, type Call, type RatedApplication, type ReturnVisitSample } from './store'

export function sampleView(sample: ReturnVisitSample): OutputOf<typeof listReturnVisitSamples>['samples'][number] {
  const { _id, department, from, to, seed, drawnAt, drawnBy, of, drawn, ...counts } = sample
  const { reached, notReached, refused, satisfied } = counts
  return {
    ...{ id: _id, department, from, to, seed, drawnAt, drawnBy, of, size: drawn.length },
    ...{ reached, notReached, refused, satisfied },
  }
}

/** Lines of a call sheet; numbers are masked. One whose case is gone is left out. */
export async function callViews(found: readonly Call[]): Promise<ReturnVisitCall[]> {
  const ids = found.map(({ applicationId }) => applicationId)
  if (ids.length === 0) return []
  const where = { _id: command().in(ids) }
  const [cases, invitations] = await Promise.all([
    database.findFields(applications, ['content', 'audit'], { where, limit: ids.length }),
    database.find(surveyInvitations, { where, limit: ids.length }),
  ])
  return found.flatMap((call) => {
    const application = cases.find(({ _id }) => _id === call.applicationId)
    const invitation = invitations.find(({ _id }) => _id === call.applicationId)
    return application === undefined || invitation === undefined ? [] : [callView(call, application, invitation)]
  })
}

export function callView(
  { _id, attempts, outcome, grade }: Call,
  application: RatedApplication,
  { receiptNumber, itemName, closedOn }: SurveyInvitation,
): ReturnVisitCall {
  const { name, phone } = applicantOf(application)
  return {
    ...{ id: _id, receiptNumber, itemName, closedOn, personName: name, phone: maskPhone(phone), attempts },
    ...(outcome === '' ? {} : { outcome }),
    ...(grade === 0 ? {} : { grade }),
  }
}
