import type { StaffRole } from '@shared/contracts/contract'
import { command, database } from './database'
import { derivedId } from './ids'
import { staffMembers, type StaffMember } from './store'

/** The most staff told of one thing, and the most of a department that are looked through for them. */
const mostTold = 20
const mostRead = 200

/**
 * Whom of a department to tell of something, by their roles; of a large one each subject tells others, drawn by its id.
 * @param except members who must not hear of it, as the chains name them
 */
export async function staffToTell(
  department: string,
  roles: readonly StaffRole[],
  subject: string,
  except: readonly string[] = [],
): Promise<readonly string[]> {
  const members = await database.find(staffMembers, {
    where: { departments: department, suspended: false, roles: command().in([...roles]) },
    limit: mostRead,
  })
  return drawn(members, subject, except)
}

/** Whom of the supervisors, of whatever department, to tell of something that comes to the centre. */
export async function supervisorsToTell(subject: string, except: readonly string[] = []): Promise<readonly string[]> {
  return drawn(await membersWith('supervisor'), subject, except)
}

/** Whom of the administrators to tell of something that only they can mend. */
export async function administratorsToTell(
  subject: string,
  except: readonly string[] = [],
): Promise<readonly string[]> {
  return drawn(await membersWith('administrator'), subject, except)
}

/**
 * The supervisors, and the members of a department, whose name stands in a text, however it is spaced, by their
 * references.
 * @param department '' = of none
 */
export async function membersNamedIn(text: string, department: string): Promise<readonly string[]> {
  const written = unspaced(text)
  const [supervisors, colleagues] = await Promise.all([
    membersWith('supervisor'),
    department === ''
      ? []
      : database.find(staffMembers, { where: { departments: department, suspended: false }, limit: mostRead }),
  ])
  const named = [...supervisors, ...colleagues].filter(({ name }) => name !== '' && written.includes(unspaced(name)))
  return [...new Set(named.map(({ reference }) => reference))]
}

/** Names are written with a space between two characters, or a dot between the parts of a foreign one. */
const unspaced = (text: string) => text.replaceAll(/[\s·•・]/gu, '')

const membersWith = (role: StaffRole) =>
  database.find(staffMembers, { where: { roles: role, suspended: false }, limit: mostRead })

function drawn(members: readonly StaffMember[], subject: string, except: readonly string[]): readonly string[] {
  return members
    .filter(({ reference }) => !except.includes(reference))
    .map(({ _id }) => _id)
    .sort((left, right) => (derivedId(subject, left) < derivedId(subject, right) ? -1 : 1))
    .slice(0, mostTold)
}
