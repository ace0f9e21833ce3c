import { command, database } from '../kernel/database'
import { staffMembers, type StaffMember } from '../kernel/store'

/** A member by the reference that pages name them with; undefined when there is none, or they are suspended. */
export async function findMember(reference: string): Promise<StaffMember | undefined> {
  const [found] = await database.find(staffMembers, { where: { reference }, limit: 1 })
  return found === undefined || found.suspended ? undefined : found
}

/** Members by their references, suspended ones too; at most twenty are ever asked for. */
export async function membersNamed(references: readonly string[]): Promise<readonly StaffMember[]> {
  if (references.length === 0) return []
  const where = { reference: command().in([...references]) }
  return database.find(staffMembers, { where, limit: references.length })
}
