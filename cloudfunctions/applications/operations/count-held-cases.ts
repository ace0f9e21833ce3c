import { countHeldCases as contract } from '@shared/contracts/applications-decision'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { staffMembers } from '../../kernel/store'
import { claimedCases, handledCases } from '../held-cases'
import { applications } from '../store'

/** More than a member can hold; as many stands for as many or more. */
const mostCounted = 1000

/** How many open cases each of these members claimed or took over; a supervisor counts those of their departments. */
export const countHeldCases = implementQuery(contract, async ({ input, staff, now }) => {
  const members = await database.find(staffMembers, {
    where: { reference: command().in([...input.members]) },
    limit: input.members.length,
  })
  const scope =
    staff?.roles.includes('administrator') === true ? {} : { department: command().in([...(staff?.departments ?? [])]) }
  const count = (where: Readonly<Record<string, unknown>>) =>
    database.countUpTo(applications, { ...where, ...scope }, mostCounted)
  const held = await Promise.all(
    members.map(async ({ _id, reference }) => {
      const counts = await Promise.all([count(claimedCases(_id, now)), count(handledCases(_id))])
      return [reference, counts[0] + counts[1]] as const
    }),
  )
  return { held: Object.fromEntries(held) }
})
