import type { Contract } from '@shared/contracts/contract'

/** Whether a member's roles open an operation: the contract itself is asked. */
export function mayCall({ access }: Contract, staff: { readonly roles: readonly string[] }): boolean {
  return access.kind !== 'staff' || access.roles.some((role) => staff.roles.includes(role))
}
