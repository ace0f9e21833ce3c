import { listQueue as contract } from '@shared/contracts/applications'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { applications, type Application } from '../store'
import { rowOf } from '../view'

const pageLength = 20

/** A queue of the member's departments, the most urgent first; one indexed page of each department, merged. */
export const listQueue = implementQuery(contract, async ({ input, openid, staff, now }) => {
  const after = input.cursor === undefined ? {} : { queueOrder: command().gt(input.cursor) }
  const pageOf = (where: Readonly<Record<string, unknown>>): Promise<readonly Application[]> =>
    database.find(applications, { where: { ...where, ...after }, orderBy: ['queueOrder', 'asc'], limit: pageLength + 1 })
  const { queue } = input
  const departments = staff?.departments ?? []
  const pages =
    queue === 'mine'
      ? [(await pageOf({ claimedBy: openid })).filter(({ department }) => departments.includes(department))]
      : await Promise.all(departments.map((department) => pageOf({ department, queue })))
  const merged = pages.flat().sort((left, right) => (left.queueOrder < right.queueOrder ? -1 : 1))
  const page = merged.slice(0, pageLength)
  const next = merged.length > pageLength ? page.at(-1)?.queueOrder : undefined
  return { applications: page.map((application) => rowOf(application, openid, now)), ...(next === undefined ? {} : { next }) }
})
