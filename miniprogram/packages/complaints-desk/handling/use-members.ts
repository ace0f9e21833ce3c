import { listDepartmentMembers } from '@shared/contracts/complaints'
import type { OutputOf } from '@shared/contracts/contract'
import { usePages, type Pages } from '../../../cloud/use-pages'

export type Member = OutputOf<typeof listDepartmentMembers>['members'][number]

const rowsOf = ({ members, next }: OutputOf<typeof listDepartmentMembers>) => ({ rows: members, next })

/** The members of a department, a page after the other. */
export function useMembers(department: string): Pages<Member> {
  return usePages<typeof listDepartmentMembers, Member>(listDepartmentMembers, { department }, rowsOf)
}
