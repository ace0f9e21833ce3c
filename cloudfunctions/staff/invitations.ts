import {
  decideInvitation,
  invitationStateOf,
  type InvitationAction,
  type InvitationActor,
  type InvitationState,
} from '@shared/domain/invitation-workflow'
import { appendAudit } from '../kernel/audit'
import type { Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import type { StaffMember } from '../kernel/store'
import { staffActor } from './members'
import { invitations, type Invitation } from './store'

/** Why a code that is right opens nothing. */
const closedBecause = {
  open: undefined,
  used: 'CODE_USED',
  revoked: 'CODE_REVOKED',
  expired: 'CODE_EXPIRED',
} as const satisfies Record<InvitationState, string | undefined>

export function whyClosed(
  invitation: Invitation,
  now: number,
): Failure<'CODE_USED' | 'CODE_REVOKED' | 'CODE_EXPIRED'> | undefined {
  const code = closedBecause[invitationStateOf(invitation, now)]
  return code === undefined ? undefined : fail(code)
}

/** The only writer of an invitation: asks the table, appends to its chain and writes it, in the caller's transaction. */
export async function moveInvitation(
  transaction: Transaction,
  step: {
    readonly action: InvitationAction
    readonly as: InvitationActor
    readonly from: InvitationState | 'none'
    readonly invitation: Invitation
    readonly actor: StaffMember
    readonly details: Readonly<Record<string, unknown>>
    readonly now: number
  },
): Promise<Invitation | Failure<'WRONG_STATE' | 'FORBIDDEN'>> {
  const { invitation, now } = step
  const row = decideInvitation(step.from, step.action, step.as)
  if (row === 'WRONG_STATE') return fail('WRONG_STATE')
  if (row === 'NOT_ALLOWED') return fail('FORBIDDEN')
  const audit = await appendAudit(transaction, invitation.audit, {
    subject: `invitation:${invitation._id}`,
    at: now,
    actor: staffActor(step.actor),
    event: row.event,
    label: row.label,
    details: step.details,
  })
  const moved: Invitation = { ...invitation, state: row.to, audit }
  await transaction.put(invitations, moved)
  return moved
}
