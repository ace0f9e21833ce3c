import { listComplaints as contract } from '@shared/contracts/complaints'
import { complaintLists, listOfComplaint, type ComplaintList } from '@shared/domain/complaint-workflow'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import type { StaffMember } from '../../kernel/store'
import { complaints } from '../store'
import { rowOf } from '../view'
import { scopeOf } from '../whose'

const pageLength = 20
/** Counted no further. */
const mostCounted = 100
/** What is over is not counted: there is nothing to do in it. */
const over: ComplaintList = listOfComplaint.closed
const counted = (Object.keys(complaintLists) as ComplaintList[]).filter((list) => list !== over)

/** The complaints of a list, those that are due first, what is over the latest first; and how many wait in each list. */
export const listComplaints = implementQuery(contract, async ({ input, staff }) => {
  if (staff === undefined) return { complaints: [], counts: {} }
  const isOver = input.list === over
  const further = isOver ? command().lt(input.cursor ?? '~') : command().gt(input.cursor ?? '')
  const [found, counts] = await Promise.all([
    database.find(complaints, {
      where: { ...inList(input.list, staff), order: further },
      orderBy: ['order', isOver ? 'desc' : 'asc'],
      limit: pageLength + 1,
    }),
    Promise.all(
      counted.map(async (list) => [list, await database.countUpTo(complaints, inList(list, staff), mostCounted)]),
    ),
  ])
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return {
    complaints: page.map(rowOf),
    counts: Object.fromEntries(counts) as Record<string, number>,
    ...(next === undefined ? {} : { next }),
  }
})

/** What leads to a list: supervisors have the centre's, others their departments'; never what complains of them. */
function inList(list: ComplaintList, staff: StaffMember): Readonly<Record<string, unknown>> {
  const scope = scopeOf(staff)
  return {
    ...(list === 'mine' ? { handlerReference: staff.reference, list: listOfComplaint.handling } : { list }),
    ...(scope === 'all' ? {} : { assignedTo: command().in([...scope]) }),
    about: command().neq(staff.reference),
  }
}
