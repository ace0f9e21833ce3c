import { getComplaint as contract } from '@shared/contracts/complaints'
import { database } from '../../kernel/database'
import { fail, findStaff, implementQuery } from '../../kernel/operation'
import { personTowards, seenAs } from '../people'
import { complaints } from '../store'
import { viewOf } from '../view'

/** One complaint, as the caller may see it: the citizen, a supervisor, or the department it was assigned to. */
export const getComplaint = implementQuery(contract, async ({ input, openid }) => {
  const [complaint, staff] = await Promise.all([database.get(complaints, input.complaintId), findStaff(openid)])
  if (complaint === undefined) return fail('NOT_FOUND')
  const person = personTowards(complaint, openid, staff)
  return seenAs(person) === undefined ? fail('NOT_FOUND') : viewOf(complaint, person, staff?.reference)
})
