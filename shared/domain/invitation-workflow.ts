/**
 * An invitation's lifecycle 工作人员邀请, as one table: a code is used once, by one person, within `invitationDays`,
 * unless an administrator has revoked it.
 */
export const invitationStates = {
  open: { label: '待使用', final: false },
  used: { label: '已使用', final: true },
  revoked: { label: '已撤销', final: true },
  expired: { label: '已过期', final: true },
} as const satisfies Record<string, { label: string; final: boolean }>
export type InvitationState = keyof typeof invitationStates

export const invitationActions = {
  invite: { label: '邀请' },
  use: { label: '使用邀请码' },
  revoke: { label: '撤销邀请' },
} as const satisfies Record<string, { label: string }>
export type InvitationAction = keyof typeof invitationActions

export type InvitationActor = 'administrator' | 'newcomer'

export interface InvitationTransition {
  readonly action: InvitationAction
  readonly from: InvitationState | 'none'
  readonly to: InvitationState
  readonly by: InvitationActor
  readonly event: string
  readonly label: string
}

export const invitationTransitions: readonly InvitationTransition[] = [
  { action: 'invite', from: 'none', to: 'open', by: 'administrator', event: 'invitation-made', label: '发出邀请' },
  { action: 'use', from: 'open', to: 'used', by: 'newcomer', event: 'invitation-used', label: '使用邀请码' },
  {
    action: 'revoke',
    from: 'open',
    to: 'revoked',
    by: 'administrator',
    event: 'invitation-revoked',
    label: '撤销邀请',
  },
]

/** An invitation as it stands at this moment: time ends an open one, without anybody's doing. @param now ms */
export function invitationStateOf(
  invitation: { readonly state: InvitationState; readonly expiresAt: number },
  now: number,
): InvitationState {
  const { state, expiresAt } = invitation
  return invitationStates[state].final || now < expiresAt ? state : 'expired'
}

/** Decides one action for one actor, for the button and for the server alike. */
export function decideInvitation(
  state: InvitationState | 'none',
  action: InvitationAction,
  actor: InvitationActor,
): InvitationTransition | 'WRONG_STATE' | 'NOT_ALLOWED' {
  const row = invitationTransitions.find((each) => each.action === action && each.from === state)
  if (row === undefined) return 'WRONG_STATE'
  return row.by === actor ? row : 'NOT_ALLOWED'
}

/** What an administrator can do with an invitation now. */
export function openInvitationActions(state: InvitationState): readonly InvitationAction[] {
  return invitationTransitions
    .filter((row) => row.from === state && row.by === 'administrator')
    .map(({ action }) => action)
}
