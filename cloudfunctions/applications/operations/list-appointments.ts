import { listAppointments as contract } from '@shared/contracts/applications-window'
import { statesOpenTo } from '@shared/domain/appointment-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { appointmentView, countAhead, stands } from '../appointments'
import { appointments } from '../window-store'

const listLength = 20

/** The caller's appointments, the latest day first: those that stand come before those that ended. */
export const listAppointments = implementQuery(contract, async ({ input, openid, now }) => {
  const { applicationId } = input
  const found = await database.find(appointments, {
    where: { ownerId: openid, ...(applicationId === undefined ? {} : { applicationId }) },
    orderBy: ['order', 'desc'],
    limit: listLength,
  })
  const today = civilDateOf(now)
  const standing = found.filter((each) => stands(each, today))
  const views = [...standing, ...found.filter((each) => !stands(each, today))].map(async (each) => {
    const isInLine = stands(each, today) && statesOpenTo('call').includes(each.state)
    return appointmentView(each, now, isInLine ? await countAhead(each) : undefined)
  })
  return { appointments: await Promise.all(views) }
})
