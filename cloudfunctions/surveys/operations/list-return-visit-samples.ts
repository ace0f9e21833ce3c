import { listReturnVisitSamples as contract } from '@shared/contracts/surveys'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { sampleView } from '../return-visit-view'
import { samples } from '../store'

const pageLength = 20

/** What was drawn of the supervisor's departments, the latest first. */
export const listReturnVisitSamples = implementQuery(contract, async ({ input, staff }) => {
  const departments = staff?.departments ?? []
  if (departments.length === 0) return { samples: [] }
  const found = await database.find(samples, {
    where: { department: command().in([...departments]), order: command().lt(input.cursor ?? '~') },
    orderBy: ['order', 'desc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return { samples: page.map(sampleView), ...(next === undefined ? {} : { next }) }
})
