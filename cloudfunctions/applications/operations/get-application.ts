import { getApplication as contract } from '@shared/contracts/applications'
import { database } from '../../kernel/database'
import { fail, findStaff, implementQuery } from '../../kernel/operation'
import { enterLook } from '../looks'
import { isInScope, personTowards } from '../people'
import { applications } from '../store'
import { itemOf } from '../take-step'
import { timelineOf, viewOf } from '../view'

/** One application with its timeline, for its owner and for staff of its department; a first look of theirs is entered. */
export const getApplication = implementQuery(contract, async ({ input, openid, now }) => {
  const found = await database.get(applications, input.applicationId)
  if (found === undefined) return fail('NOT_FOUND')
  const staff = found.ownerId === openid ? undefined : await findStaff(openid)
  if (found.ownerId !== openid && !isInScope(staff, found)) return fail('NOT_FOUND')
  const application = staff === undefined ? found : await enterLook(found, staff, now)
  const [item, timeline] = await Promise.all([itemOf(application), timelineOf(application._id)])
  return viewOf(application, item, personTowards(application, openid, staff, now), timeline, now)
})
