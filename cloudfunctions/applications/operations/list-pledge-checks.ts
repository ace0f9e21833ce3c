import { listPledgeChecks as contract } from '@shared/contracts/applications-decision'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { applications, pledgeChecks } from '../store'
import { rowOf } from '../view'

const pageLength = 20

/** The checks of the supervisor's departments: open ones the oldest first, done ones the latest first. */
export const listPledgeChecks = implementQuery(contract, async ({ input, openid, staff, now }) => {
  const departments = staff?.departments ?? []
  if (departments.length === 0) return { checks: [] }
  const isOpen = input.status === 'open'
  const further = isOpen ? command().gt(input.cursor ?? '') : command().lt(input.cursor ?? '~')
  const found = await database.find(pledgeChecks, {
    where: { department: command().in([...departments]), status: input.status, order: further },
    orderBy: ['order', isOpen ? 'asc' : 'desc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  const drawn = await database.find(applications, {
    where: { _id: command().in(page.map(({ applicationId }) => applicationId)) },
    limit: pageLength,
  })
  const byId = new Map(drawn.map((application) => [application._id, application]))
  return {
    checks: page.flatMap(({ _id, applicationId, seed, drawnAt, outcome }) => {
      const application = byId.get(applicationId)
      if (application === undefined) return []
      const checked = outcome === undefined ? {} : { outcome }
      return [{ id: _id, application: rowOf(application, openid, now), seed, drawnAt, ...checked }]
    }),
    ...(next === undefined ? {} : { next }),
  }
})
