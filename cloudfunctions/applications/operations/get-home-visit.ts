import { getHomeVisit as contract } from '@shared/contracts/applications-window'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { homeVisitView } from '../home-visits'
import { homeVisits, visitPlans } from '../window-store'

/** The last home visit of one of the caller's applications, if there was any. */
export const getHomeVisit = implementQuery(contract, async ({ input, openid }) => {
  const plan = await database.get(visitPlans, input.applicationId)
  const id = plan?.homeVisitId ?? ''
  const visit = id === '' ? undefined : await database.get(homeVisits, id)
  return visit?.ownerId === openid ? { visit: homeVisitView(visit, 'applicant') } : {}
})
