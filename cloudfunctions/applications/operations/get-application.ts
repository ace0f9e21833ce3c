import { getApplication as contract } from '@shared/contracts/applications'
import { database } from '../../kernel/database'
import { fail, findStaff, implementQuery } from '../../kernel/operation'
import { isInScope, personTowards } from '../people'
import { applications } from '../store'
import { itemOf } from '../take-step'
import { timelineOf, viewOf } from '../view'

/** One application with its timeline, for its owner and for staff of its department. */
export const getApplication = implementQuery(contract, async ({ input, openid, now }) => {
  const application = await database.get(applications, input.applicationId)
  if (application === undefined) return fail('NOT_FOUND')
  const staff = await findStaff(openid)
  if (application.ownerId !== openid && !isInScope(staff, application)) return fail('NOT_FOUND')
  const [item, timeline] = await Promise.all([itemOf(application), timelineOf(application._id)])
  return viewOf(application, item, personTowards(application, openid, staff, now), timeline, now)
})
