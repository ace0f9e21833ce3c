import { findDuplicates as contract } from '@shared/contracts/complaints'
import { database } from '../../kernel/database'
import { fail, implementQuery } from '../../kernel/operation'
import { duplicatesOf } from '../duplicates'
import { personTowards, seenAs } from '../people'
import { complaints } from '../store'

/** Complaints that may be the same matter. */
export const findDuplicates = implementQuery(contract, async ({ input, openid, staff, now }) => {
  const complaint = await database.get(complaints, input.complaintId)
  if (complaint === undefined || staff === undefined) return fail('NOT_FOUND')
  if (seenAs(personTowards(complaint, openid, staff)) !== 'supervisor') return fail('NOT_FOUND')
  return { duplicates: await duplicatesOf(complaint, { reference: staff.reference, openid }, now) }
})
