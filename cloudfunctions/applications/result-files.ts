import { decideTransition } from '@shared/domain/application-workflow'
import type { FileKind } from '@shared/domain/item'
import { applicationLimitsOfInput } from '@shared/contracts/applications'
import { fail, type Failure } from '../kernel/operation'
import type { StaffMember } from '../kernel/store'
import { subjectOf } from './move'
import { isInScope, personTowards } from './people'
import type { Application, StoredFile } from './store'

/** What a result file may be, how large, and how many wait for the decision: twice what a decision may have. */
export const resultLimits = {
  accepts: ['pdf', 'jpeg', 'png'] satisfies readonly FileKind[],
  maxBytes: applicationLimitsOfInput.fileBytes,
  mostWaiting: 10,
} as const

/** The case a member may add result files to: one that they could decide now. */
export function toBeDecidedBy(
  application: Application | undefined,
  staff: StaffMember | undefined,
  now: number,
): Application | Failure<'NOT_FOUND' | 'WRONG_STATE' | 'FORBIDDEN'> {
  if (application === undefined || !isInScope(staff, application)) return fail('NOT_FOUND')
  const person = personTowards(application, staff._id, staff, now)
  const decision = decideTransition(subjectOf(application), 'approve', person)
  if (decision === 'WRONG_STATE') return fail('WRONG_STATE')
  return decision === 'NOT_ALLOWED' ? fail('FORBIDDEN') : application
}

/** The files a decision names and those it leaves; a name without a file is a failure. */
export function chooseResults(
  { results = [] }: Pick<Application, 'results'>,
  ids: readonly string[],
): { readonly chosen: readonly StoredFile[]; readonly left: readonly StoredFile[] } | Failure<'FILE_NOT_FOUND'> {
  const chosen = [...new Set(ids)].flatMap((id) => results.find((file) => file.id === id) ?? [])
  if (chosen.length < new Set(ids).size) return fail('FILE_NOT_FOUND')
  return { chosen, left: results.filter((file) => !chosen.includes(file)) }
}
