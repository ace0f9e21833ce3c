import { staffRoles } from '@shared/contracts/contract'
import type { MemberChange } from '@shared/contracts/staff'
import { words } from './copy'

/** How many departments are named before they are counted. */
const mostNamed = 3

/** A role as people call it. */
export const roleLabel = (role: string): string =>
  role in staffRoles ? staffRoles[role as keyof typeof staffRoles] : role

/** Departments in few words: by name, or how many. */
export function departmentWords(departments: readonly string[]): string {
  if (departments.length === 0) return words.noDepartments
  return departments.length <= mostNamed ? departments.join('、') : words.departmentCount(departments.length)
}

const partNames = { name: words.name, roles: words.roles, departments: words.departments } as const

/** One change in words: a name from what to what, of lists what came and what went. */
export function changeWords({ part, before, after }: MemberChange): string {
  const label = partNames[part]
  const say = (values: readonly string[]) =>
    part === 'departments' ? departmentWords(values) : values.map(part === 'roles' ? roleLabel : String).join('、')
  if (before.length === 0) return `${label}：${say(after)}`
  if (part === 'name') return `${label}：${say(before)} → ${say(after)}`
  const added = after.filter((each) => !before.includes(each))
  const removed = before.filter((each) => !after.includes(each))
  const steps = [
    ...(added.length === 0 ? [] : [`增加${say(added)}`]),
    ...(removed.length === 0 ? [] : [`去掉${say(removed)}`]),
  ]
  return `${label}：${steps.join('，')}`
}
