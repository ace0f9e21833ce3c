import type { StaffRole } from './contract'

/**
 * Which roles each of the staff's workbenches opens to. A module of its own, so that the tab pages, which only show the
 * doors, do not load the contracts of everything behind them; a test keeps it equal to those contracts.
 */
export const staffDoors = {
  queue: ['reviewer', 'comprehensive', 'supervisor'],
  supervision: ['supervisor'],
  window: ['reviewer', 'comprehensive'],
  courierDesk: ['courier-desk'],
  items: ['administrator', 'supervisor'],
  administration: ['administrator'],
  complaints: ['reviewer', 'comprehensive', 'supervisor'],
  rectifications: ['reviewer', 'comprehensive', 'supervisor'],
  returnVisits: ['supervisor'],
  satisfaction: ['reviewer', 'comprehensive', 'supervisor', 'administrator'],
  windowCodes: ['reviewer', 'comprehensive', 'supervisor', 'administrator'],
} as const satisfies Record<string, readonly StaffRole[]>
export type StaffDoor = keyof typeof staffDoors

/** Whether a member's roles open a door. */
export function opensTo(door: StaffDoor, { roles }: { readonly roles: readonly string[] }): boolean {
  return staffDoors[door].some((role) => roles.includes(role))
}
