import { listHomeVisits as contract } from '@shared/contracts/applications-window'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { homeVisitView } from '../home-visits'
import { homeVisits } from '../window-store'

const listLength = 100

/** The home visits of the member's departments: open ones by who asked first, ended ones the latest first. */
export const listHomeVisits = implementQuery(contract, async ({ input, staff }) => {
  const departments = staff?.departments ?? []
  if (departments.length === 0) return { visits: [] }
  const found = await database.find(homeVisits, {
    where: { department: command().in([...departments]), open: input.open },
    orderBy: ['order', 'asc'],
    limit: listLength,
  })
  return { visits: found.map((visit) => homeVisitView(visit, 'window')) }
})
