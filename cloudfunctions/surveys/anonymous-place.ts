import { addDays, civilDateOf } from '@shared/domain/civil-time'
import { fewestShown, ratingDays } from '@shared/domain/rating'
import type { RatedPlace } from '@shared/domain/satisfaction-figures'
import { command, database } from '../kernel/database'
import { surveyInvitations, type SurveyInvitation } from '../kernel/survey-invitation'

/**
 * What an anonymous answer may say of the case it is about. Who answered anonymously is known, so an item (a window) is
 * named only when it could be any of five people's: four others of the same item (window), closed in the time in which
 * such an answer is given, have answered anonymously before.
 */
export async function anonymousPlace(invitation: SurveyInvitation, now: number): Promise<RatedPlace> {
  const since = addDays(civilDateOf(now), -ratingDays.open)
  const isCommon = async (field: 'itemCode' | 'window') => {
    const where = {
      [field]: invitation[field],
      department: invitation.department,
      state: 'answered-anonymously',
      closedOn: command().gte(since),
    }
    return (await database.countUpTo(surveyInvitations, where, fewestShown - 1)) >= fewestShown - 1
  }
  const [hasItem, hasWindow] = await Promise.all([isCommon('itemCode'), isCommon('window')])
  return {
    department: invitation.department,
    window: hasWindow ? invitation.window : '',
    itemCode: hasItem ? invitation.itemCode : '',
    itemName: hasItem ? invitation.itemName : '',
  }
}
