import { listReturnVisits as contract } from '@shared/contracts/surveys'
import { command, database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { callViews, sampleView } from '../return-visit-view'
import { calls, samples } from '../store'

const pageLength = 20

/** The call sheet of a sample, in the order it was drawn. */
export const listReturnVisits = implementQuery(contract, async ({ input, staff }) => {
  const sample = await database.get(samples, input.sampleId)
  if (sample === undefined || staff?.departments.includes(sample.department) !== true) return fail('NOT_FOUND')
  const found = await database.find(calls, {
    where: { sampleId: sample._id, order: command().gt(input.cursor ?? '') },
    orderBy: ['order', 'asc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return { sample: sampleView(sample), calls: await callViews(page), ...(next === undefined ? {} : { next }) }
})
