import { listRectifications as contract } from '@shared/contracts/surveys'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { staffViews } from '../rectification-view'
import { rectifications } from '../store'

const pageLength = 20

/** The rectifications of the member's departments, those that are due first; done ones the latest first. */
export const listRectifications = implementQuery(contract, async ({ input, staff }) => {
  if (staff === undefined || staff.departments.length === 0) return { rectifications: [] }
  const isDone = input.list === 'done'
  const further = isDone ? command().lt(input.cursor ?? '~') : command().gt(input.cursor ?? '')
  const found = await database.find(rectifications, {
    where: { department: command().in([...staff.departments]), list: input.list, order: further },
    orderBy: ['order', isDone ? 'desc' : 'asc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return { rectifications: await staffViews(page, staff), ...(next === undefined ? {} : { next }) }
})
