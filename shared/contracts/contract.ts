import * as v from 'valibot'

/**
 * What page and server agree on for one operation. A contract is a plain value: the page validates its form with
 * `input`, the server parses input AND output with it, so an undeclared field never leaves the server.
 */

/** Who may call: everybody · a signed-in person · staff with one of these roles · a timer. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'resident' }
  | { readonly kind: 'staff'; readonly roles: readonly StaffRole[] }
  | { readonly kind: 'timer' }

/** Roles at the centre, each scoped to departments (docs/glossary). */
export const staffRoles = {
  reviewer: '窗口审批',
  comprehensive: '综合窗口',
  'courier-desk': '邮政快递专窗',
  supervisor: '政管办督查',
  organiser: '活动组织',
  administrator: '系统管理',
} as const
export type StaffRole = keyof typeof staffRoles

/** Errors every operation can answer with; an operation declares the ones of its own besides. */
export const commonErrors = {
  INVALID_INPUT: '填写的内容有误，请按提示修改后再试。',
  UNKNOWN_OPERATION: '当前版本不支持这项操作，请更新小程序后再试。',
  NOT_SIGNED_IN: '请先登录再继续。',
  FORBIDDEN: '您没有权限进行这项操作。',
  TOO_MANY_REQUESTS: '操作太频繁，请稍后再试。',
  BUSY: '现在办理的人较多，请稍等片刻再试，已填写的内容不会丢失。',
  REQUEST_REUSED: '这次提交与之前的内容不一致，请返回上一页重新操作。',
  INTERNAL: '系统出了点问题，请稍后再试；如仍不行，请把编号告诉工作人员。',
} as const
export type CommonError = keyof typeof commonErrors

type Schema = v.GenericSchema

export interface Contract<
  Name extends string = string,
  Input extends Schema = Schema,
  Output extends Schema = Schema,
  Errors extends string = string,
> {
  /** `capability.operation`; the capability is the cloud function's name. */
  readonly name: Name
  /** A command writes and takes a `requestId`; a query only reads. */
  readonly kind: 'command' | 'query'
  readonly access: Access
  readonly input: Input
  readonly output: Output
  /** The operation's own errors with the sentence the person reads. */
  readonly errors: Readonly<Record<Errors, string>>
  /** At most `calls` per `seconds` and person; commands without one have the kernel's, queries none. */
  readonly rate?: { readonly calls: number; readonly seconds: number }
}

export type InputOf<C extends Contract> = v.InferInput<C['input']>
export type ParsedInputOf<C extends Contract> = v.InferOutput<C['input']>
export type OutputOf<C extends Contract> = v.InferOutput<C['output']>
export type ErrorOf<C extends Contract> = keyof C['errors'] & string

/** Declares an operation; exists to infer the narrow types. */
export function contract<
  const Name extends string,
  const Input extends Schema,
  const Output extends Schema,
  const Errors extends string = never,
>(declaration: Contract<Name, Input, Output, Errors>): Contract<Name, Input, Output, Errors> {
  return declaration
}

/** One answer of the server; `at` is the server's clock (ms), which pages use for days left. */
export type Answer<Data, Code extends string> =
  | { readonly ok: true; readonly data: Data; readonly at: number; readonly requestId: string }
  | {
      readonly ok: false
      readonly error: {
        readonly code: Code | CommonError
        readonly message: string
        /** For INVALID_INPUT and field errors: path → sentence. */
        readonly fields?: Readonly<Record<string, string>>
      }
      readonly at: number
      readonly requestId: string
    }

/** The envelope a client posts to a cloud function. */
export interface Call {
  readonly operation: string
  readonly input: unknown
  /** Client-made, 16–64 characters; the same one answers the same. */
  readonly requestId: string
}

/** An id as the server makes them. */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, '编号格式不对'))
/** A stable code of config (items, materials, fields). */
export const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/, '代码格式不对'))
/** Text without control characters other than line breaks, trimmed. */
export const text = (minimum: number, maximum: number) =>
  v.pipe(
    v.string('请填写'),
    v.trim(),
    v.minLength(minimum, minimum === 1 ? '请填写' : `至少填写${minimum}个字`),
    v.maxLength(maximum, `最多填写${maximum}个字`),
    // eslint-disable-next-line no-control-regex -- exactly these are refused
    v.check((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value), '不能包含特殊控制字符'),
  )
/** Where a list goes on; opaque to the client. */
export const cursor = v.pipe(v.string(), v.maxLength(200))
/** YYYY-MM-DD, Asia/Shanghai. */
export const civilDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期格式不对'))
/** Milliseconds since 1970. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0))
