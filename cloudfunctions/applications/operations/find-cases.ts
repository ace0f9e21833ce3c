import { findCases as contract } from '@shared/contracts/applications'
import { readCaseSearch, type CaseSearch } from '@shared/domain/case-search'
import { centre } from '../../kernel/centre'
import { command, database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { identityHashOf } from '../identity-hash'
import { enterLookUp } from '../looks'
import { applications } from '../store'
import { rowOf } from '../view'

const pageLength = 20

/** Cases of the member's departments by their number or by whose they are; the latter is entered in their chains. */
export const findCases = implementQuery(contract, async ({ input, openid, staff, now }) => {
  const search = readCaseSearch(input.text, centre.receiptPrefix)
  if (search === undefined) return fail('INVALID_INPUT')
  if (staff === undefined || staff.departments.length === 0) return { applications: [] }
  const found = await database.find(applications, {
    where: { department: command().in([...staff.departments]), ...leadingTo(search, input.cursor) },
    orderBy: ['receiptNumber', 'desc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  if (search.kind === 'person') await Promise.all(page.map((each) => enterLookUp(each, staff, now)))
  const next = found.length > pageLength ? page.at(-1)?.receiptNumber : undefined
  return {
    applications: page.map((application) => rowOf(application, openid, now)),
    ...(next === undefined ? {} : { next }),
  }
})

/** Sorts behind all that begins alike. */
const last = '~'

function leadingTo(search: CaseSearch, cursor: string | undefined): Readonly<Record<string, unknown>> {
  if (search.kind === 'person') {
    const identityHash = identityHashOf(search.identityNumber)
    return cursor === undefined ? { identityHash } : { identityHash, receiptNumber: command().lt(cursor) }
  }
  const { prefix } = search
  return {
    receiptNumber: command()
      .gte(prefix)
      .and(command().lt(cursor ?? prefix + last)),
  }
}
