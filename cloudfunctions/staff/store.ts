import type { StaffRole } from '@shared/contracts/contract'
import type { InvitationState } from '@shared/domain/invitation-workflow'
import type { AuditHead } from '../kernel/audit'
import { collection, type Stored } from '../kernel/database'

/** An invitation; `_id` is the keyed hash of its code, which is kept nowhere else. */
export interface Invitation extends Stored {
  readonly name: string
  readonly roles: readonly StaffRole[]
  readonly departments: readonly string[]
  readonly state: InvitationState
  /** The administrator's name. */
  readonly invitedBy: string
  readonly at: number
  readonly expiresAt: number
  /** When it was used or revoked. */
  readonly endedAt?: number
  /** Sorts the list: time and id. */
  readonly order: string
  /** The head of the chain `invitation:<_id>`. */
  readonly audit: AuditHead
}
export const invitations = collection<Invitation>('staff_invitations')

/**
 * The accounts that administer staff now, in one document that every change among them writes: so of two administrators
 * who suspend each other at the same moment one finds the other's change, and one stays.
 */
export interface Roster extends Stored {
  readonly administrators: readonly string[]
}
export const rosters = collection<Roster>('staff_roster')
export const rosterId = 'administrators'
