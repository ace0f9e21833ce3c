import * as v from 'valibot'
import { isInvitationCode, normaliseInvitationCode } from '../domain/invitation-code'
import { invitationActions, invitationStates } from '../domain/invitation-workflow'
import { memberActions, memberStates } from '../domain/staff-member-workflow'
import { contract, cursor, id, instant, staffRoles, text } from './contract'
import { keysOf } from './keys-of'

const administrators = { kind: 'staff', roles: ['administrator'] } as const

/** Wrong codes a person may enter before they are locked out, and for how long (the centre's rule). */
export const codeTries = { tries: 5, lockedMinutes: 60 } as const

/** As somebody types it from paper; a slip is noticed by its check character and costs no try. */
const invitationCode = v.pipe(
  v.string('请填写邀请码'),
  v.maxLength(40, '邀请码是10个字母和数字，请核对后重新填写'),
  v.check(isInvitationCode, '邀请码是10个字母和数字，请核对后重新填写'),
  v.transform(normaliseInvitationCode),
)

const memberName = text(2, 20)
const role = v.picklist(keysOf(staffRoles), '没有这个岗位')
const roleCount = Object.keys(staffRoles).length
const differ = (values: readonly string[]) => new Set(values).size === values.length
/** More departments than any centre has. */
const mostDepartments = 60

/** Who a member is and what they may do. Every role but the administrator's is scoped to departments. */
const powers = {
  name: memberName,
  roles: v.pipe(
    v.array(role),
    v.minLength(1, '请至少选择一个岗位'),
    v.maxLength(roleCount),
    v.check((roles) => differ(roles), '岗位重复了'),
  ),
  departments: v.pipe(
    v.array(text(1, 40)),
    v.maxLength(mostDepartments),
    v.check((departments) => differ(departments), '部门重复了'),
  ),
}
/** Whether somebody with these roles works for departments. */
export const workForDepartments = (roles: readonly string[]): boolean => roles.some((each) => each !== 'administrator')
const isScoped = (input: { readonly roles: readonly string[]; readonly departments: readonly string[] }) =>
  input.departments.length > 0 || !workForDepartments(input.roles)
const scopeSentence = '请选择部门，至少一个'

const scope = { name: v.string(), roles: v.array(role), departments: v.array(v.string()) }

const invitationErrors = {
  CODE_WRONG: `邀请码不对，请核对后再试。连续输错${codeTries.tries}次，一小时内不能再试。`,
  CODE_LOCKED: '邀请码输错次数过多，请一小时后再试，或联系给您邀请码的管理员。',
  CODE_USED: '这个邀请码已经用过了，请联系管理员重新邀请。',
  CODE_REVOKED: '这个邀请码已被撤销，请联系管理员重新邀请。',
  CODE_EXPIRED: '这个邀请码已过期，请联系管理员重新邀请。',
  ALREADY_STAFF: '您的微信已经绑定了工作人员身份，不能再次绑定；如已停用，请联系系统管理员恢复。',
} as const

/**
 * Whose code this is, so that the person can see it before they bind themselves. A wrong code counts against them, here
 * as well. The first administrator's code of a new deployment answers with the other kind.
 */
export const lookUpInvitation = contract({
  name: 'staff.lookUpInvitation',
  kind: 'query',
  access: { kind: 'resident' },
  input: v.strictObject({ code: invitationCode }),
  output: v.variant('kind', [
    v.object({ kind: v.literal('invitation'), ...scope, invitedBy: v.string(), expiresAt: instant }),
    v.object({ kind: v.literal('first-administrator') }),
  ]),
  errors: invitationErrors,
  rate: { calls: 30, seconds: 60 },
})

/** Binds the caller's own account to what the invitation names; the code is used up. */
export const acceptInvitation = contract({
  name: 'staff.acceptInvitation',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ code: invitationCode }),
  output: v.object(scope),
  errors: invitationErrors,
  rate: { calls: 30, seconds: 60 },
})

/** Makes the caller the first administrator of a new deployment, with the code its operator made. */
export const claimFirstAdministrator = contract({
  name: 'staff.claimFirstAdministrator',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ code: invitationCode, name: memberName }),
  output: v.object(scope),
  errors: {
    CODE_WRONG: invitationErrors.CODE_WRONG,
    CODE_LOCKED: invitationErrors.CODE_LOCKED,
    ADMINISTRATOR_EXISTS: '系统管理员已经有人认领，请联系管理员邀请您。',
    ALREADY_STAFF: invitationErrors.ALREADY_STAFF,
  },
  rate: { calls: 30, seconds: 60 },
})

const memberRow = {
  id,
  ...scope,
  state: v.picklist(keysOf(memberStates)),
  /** Whether it is the caller. */
  isSelf: v.boolean(),
}

/** Members by name, all of a state; `name` finds any part of one. */
export const listMembers = contract({
  name: 'staff.listMembers',
  kind: 'query',
  access: administrators,
  input: v.strictObject({
    state: v.picklist(keysOf(memberStates)),
    name: v.optional(text(1, 20)),
    department: v.optional(text(1, 40)),
    cursor: v.optional(cursor),
  }),
  output: v.object({ members: v.array(v.object(memberRow)), next: v.optional(cursor) }),
  errors: {},
})
export type MemberRow = v.InferOutput<typeof listMembers.output>['members'][number]

/**
 * Members among whom cases are handed over, found as in `listMembers`: for a supervisor those who share one of their
 * departments, for an administrator all.
 */
export const listColleagues = contract({
  name: 'staff.listColleagues',
  kind: 'query',
  access: { kind: 'staff', roles: ['supervisor', 'administrator'] },
  input: v.strictObject({
    state: v.picklist(keysOf(memberStates)),
    name: v.optional(text(1, 20)),
    cursor: v.optional(cursor),
  }),
  output: v.object({ members: v.array(v.object(memberRow)), next: v.optional(cursor) }),
  errors: {},
})

const memberAction = v.picklist(keysOf(memberActions))

/** One member with everything that was ever done to them. */
export const getMember = contract({
  name: 'staff.getMember',
  kind: 'query',
  access: administrators,
  input: v.strictObject({ memberId: id }),
  output: v.object({
    ...memberRow,
    /** Every change makes another. */
    version: v.number(),
    joinedAt: instant,
    suspension: v.optional(v.object({ reason: v.string(), at: instant, by: v.string() })),
    /** What the caller can do with them now. */
    actions: v.array(memberAction),
    /** The latest entries of the audit chain, newest first. */
    history: v.array(
      v.object({
        sequence: v.number(),
        at: instant,
        by: v.string(),
        label: v.string(),
        reason: v.optional(v.string()),
        invitedBy: v.optional(v.string()),
        changes: v.array(
          v.object({
            part: v.picklist(['name', 'roles', 'departments']),
            before: v.array(v.string()),
            after: v.array(v.string()),
          }),
        ),
      }),
    ),
  }),
  errors: { NOT_FOUND: '没有找到这位工作人员，请返回名单刷新后再试。' },
})
export type MemberView = v.InferOutput<typeof getMember.output>
export type MemberChange = MemberView['history'][number]['changes'][number]

/** Which member, as the administrator saw them. */
const seenMember = { memberId: id, version: v.pipe(v.number(), v.integer(), v.minValue(0)) }
const memberErrors = {
  NOT_FOUND: '没有找到这位工作人员，请返回名单刷新后再试。',
  VERSION_CHANGED: '其他管理员刚刚修改过这位工作人员，请看过变更记录再操作。',
  YOURSELF: '不能修改自己的权限或停用自己，请让另一位系统管理员操作。',
} as const

/** Gives a member other roles or departments, or puts their name right; takes effect at once. */
export const changeMember = contract({
  name: 'staff.changeMember',
  kind: 'command',
  access: administrators,
  input: v.pipe(
    v.strictObject({ ...seenMember, ...powers }),
    v.forward(
      v.check((input) => isScoped(input), scopeSentence),
      ['departments'],
    ),
  ),
  output: v.object({}),
  errors: memberErrors,
})

/** Takes all rights from a member at once, until they are restored. */
export const suspendMember = contract({
  name: 'staff.suspendMember',
  kind: 'command',
  access: administrators,
  input: v.strictObject({ ...seenMember, reason: text(2, 100) }),
  output: v.object({}),
  errors: { ...memberErrors, WRONG_STATE: '这位工作人员已经停用了。' },
})

/** Gives a suspended member their rights back. */
export const restoreMember = contract({
  name: 'staff.restoreMember',
  kind: 'command',
  access: administrators,
  input: v.strictObject(seenMember),
  output: v.object({}),
  errors: { ...memberErrors, WRONG_STATE: '这位工作人员没有停用，不需要恢复。' },
})

/** Invites somebody. The code is in this answer and nowhere else in the clear: it is shown once. */
export const inviteMember = contract({
  name: 'staff.inviteMember',
  kind: 'command',
  access: administrators,
  input: v.pipe(
    v.strictObject(powers),
    v.forward(
      v.check((input) => isScoped(input), scopeSentence),
      ['departments'],
    ),
  ),
  output: v.object({ code: v.string(), expiresAt: instant }),
  errors: {},
  rate: { calls: 60, seconds: 60 },
})

/** Invitations, the latest first. */
export const listInvitations = contract({
  name: 'staff.listInvitations',
  kind: 'query',
  access: administrators,
  input: v.strictObject({ cursor: v.optional(cursor) }),
  output: v.object({
    invitations: v.array(
      v.object({
        id,
        ...scope,
        state: v.picklist(keysOf(invitationStates)),
        invitedBy: v.string(),
        at: instant,
        expiresAt: instant,
        /** When it was used or revoked. */
        endedAt: v.optional(instant),
        actions: v.array(v.picklist(keysOf(invitationActions))),
      }),
    ),
    next: v.optional(cursor),
  }),
  errors: {},
})
export type InvitationRow = v.InferOutput<typeof listInvitations.output>['invitations'][number]

/** Makes a code that nobody has used yet worthless. */
export const revokeInvitation = contract({
  name: 'staff.revokeInvitation',
  kind: 'command',
  access: administrators,
  input: v.strictObject({ invitationId: id }),
  output: v.object({}),
  errors: {
    NOT_FOUND: '没有找到这份邀请，请刷新后再试。',
    WRONG_STATE: '这份邀请已经使用、撤销或过期，不需要撤销。',
  },
})
