import { listSlots as contract } from '@shared/contracts/applications-window'
import { blockedUntil } from '@shared/domain/appointment-slots'
import { civilDateOf } from '@shared/domain/civil-time'
import { birthDateOf } from '@shared/domain/identity-number'
import { database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { awaitsWindow, missedDaysOf, placeOf } from '../appointments'
import { openContent } from '../content'
import { offeredDays } from '../slots'
import { applications } from '../store'
import { itemOf } from '../take-step'
import { plainReader } from '../uploads'

/** The half hours that a passed application can still be booked in, and whether its owner may book at all. */
export const listSlots = implementQuery(contract, async ({ input, openid, now }) => {
  const application = await database.get(applications, input.applicationId)
  if (application?.ownerId !== openid) return fail('NOT_FOUND')
  if (!awaitsWindow(application)) return fail('WRONG_STATE')
  const { area } = await itemOf(application)
  const [days, missed] = await Promise.all([offeredDays(application, area, now), missedDaysOf(plainReader, openid)])
  const born = birthDateOf(openContent(application._id, application.content).applicant.identityNumber)
  const blocked = blockedUntil(missed, born, civilDateOf(now))
  return {
    area,
    place: placeOf(area),
    days: days.map((day) => ({ ...day, slots: [...day.slots] })),
    ...(blocked === undefined ? {} : { blockedUntil: blocked }),
  }
})
