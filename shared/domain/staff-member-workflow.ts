/**
 * A member of staff's standing 工作人员, as one table: who was invited joins, an administrator changes, suspends and
 * restores them. Nobody does any of it to themselves (domain: four eyes on every right).
 */
export const memberStates = {
  active: { label: '在岗', suspended: false },
  suspended: { label: '已停用', suspended: true },
} as const satisfies Record<string, { label: string; suspended: boolean }>
export type MemberState = keyof typeof memberStates

export const memberActions = {
  claim: { label: '认领首位管理员' },
  join: { label: '凭邀请码绑定' },
  change: { label: '修改姓名和权限' },
  suspend: { label: '停用' },
  restore: { label: '恢复' },
} as const satisfies Record<string, { label: string }>
export type MemberAction = keyof typeof memberActions

/** Somebody who is not staff yet · an administrator, towards another member. */
export type MemberActor = 'newcomer' | 'administrator'

export interface MemberTransition {
  readonly action: MemberAction
  readonly from: MemberState | 'none'
  readonly to: MemberState
  readonly by: MemberActor
  readonly event: string
  /** What the chain says was done. */
  readonly label: string
}

export const memberTransitions: readonly MemberTransition[] = [
  {
    action: 'claim',
    from: 'none',
    to: 'active',
    by: 'newcomer',
    event: 'first-administrator-claimed',
    label: '认领首位系统管理员',
  },
  { action: 'join', from: 'none', to: 'active', by: 'newcomer', event: 'member-joined', label: '凭邀请码绑定' },
  { action: 'change', from: 'active', to: 'active', by: 'administrator', event: 'member-changed', label: '修改资料' },
  {
    action: 'change',
    from: 'suspended',
    to: 'suspended',
    by: 'administrator',
    event: 'member-changed',
    label: '修改资料',
  },
  { action: 'suspend', from: 'active', to: 'suspended', by: 'administrator', event: 'member-suspended', label: '停用' },
  { action: 'restore', from: 'suspended', to: 'active', by: 'administrator', event: 'member-restored', label: '恢复' },
]

/** The state of a stored member; somebody who is none has none. */
export function memberStateOf(member: { readonly suspended: boolean }): MemberState
export function memberStateOf(member: { readonly suspended: boolean } | undefined): MemberState | 'none'
export function memberStateOf(member: { readonly suspended: boolean } | undefined): MemberState | 'none' {
  if (member === undefined) return 'none'
  return member.suspended ? 'suspended' : 'active'
}

/** Decides one action towards a member, for the button and for the server alike. */
export function decideMember(
  state: MemberState | 'none',
  action: MemberAction,
  actor: MemberActor,
): MemberTransition | 'WRONG_STATE' | 'NOT_ALLOWED' {
  const row = memberTransitions.find((each) => each.action === action && each.from === state)
  if (row === undefined) return 'WRONG_STATE'
  return row.by === actor ? row : 'NOT_ALLOWED'
}

/** What an administrator can do with a member now; with themselves nothing. */
export function openMemberActions(state: MemberState, isSelf: boolean): readonly MemberAction[] {
  if (isSelf) return []
  return memberTransitions.filter((row) => row.from === state && row.by === 'administrator').map(({ action }) => action)
}

/** Every part of a name, so that a member is found by any of them through an index: 莫晓琳 by 莫, 晓琳, 琳… */
export function namePartsOf(name: string): readonly string[] {
  const letters = Array.from(name)
  const parts = letters.flatMap((_, from) => letters.slice(from).map((_, more) => letters.slice(from, from + more + 1)))
  return [...new Set(parts.map((part) => part.join('')))]
}
