import * as v from 'valibot'
import type { ApplicationMessage } from '../domain/application-workflow'
import { contract, cursor, id, instant } from './contract'
import { keysOf } from './keys-of'

/** Taps at which asking for messages makes sense, and what is asked (at most 3 templates a prompt). */
export const consentMoments = {
  submit: ['correction-required', 'passed', 'expiring'],
  resubmit: ['correction-required', 'passed', 'accepted'],
  book: ['appointment', 'appointment-reminder', 'accepted'],
  /** The applicant follows a case that is being decided. */
  decide: ['progress', 'decided', 'survey'],
  /** The applicant chooses the courier. */
  courier: ['parcel', 'decided', 'survey'],
  /** A bad rating is answered. */
  rate: ['rectification'],
  complain: ['complaint'],
  /** A reviewer takes a case: the tap that buys the message of the next one. */
  claim: ['case-arrived'],
} as const satisfies Record<string, readonly ApplicationMessage[]>
export type ConsentMoment = keyof typeof consentMoments

const templateKey = v.picklist([
  'submitted',
  'correction-required',
  'passed',
  'accepted',
  'rejected',
  'withdrawn',
  'expiring',
  'progress',
  'decided',
  'appointment',
  'appointment-reminder',
  'parcel',
  'survey',
  'rectification',
  'complaint',
  'case-arrived',
] as const satisfies readonly ApplicationMessage[])

/**
 * What to ask for at a tap; empty `ask` when the person chose to keep their answer or nothing is needed. `claim` asks
 * staff only; anybody else is asked nothing.
 */
export const getConsentPrompt = contract({
  name: 'notifications.getConsentPrompt',
  kind: 'query',
  access: { kind: 'resident' },
  input: v.strictObject({ moment: v.picklist(keysOf(consentMoments)) }),
  output: v.object({ ask: v.array(v.object({ key: templateKey, id: v.string(), title: v.string() })) }),
  errors: {},
})

/** Records what the person answered to WeChat's prompt, one grant a template. */
export const recordConsent = contract({
  name: 'notifications.recordConsent',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({
    answers: v.pipe(
      v.array(v.strictObject({ key: templateKey, choice: v.picklist(['accept', 'reject', 'ban', 'filter']) })),
      v.minLength(1),
      v.maxLength(5),
    ),
  }),
  output: v.object({}),
  errors: {},
  rate: { calls: 30, seconds: 60 },
})

const message = v.object({
  id,
  title: v.string(),
  lines: v.array(v.object({ label: v.string(), text: v.string() })),
  /** The page it opens, with its query. */
  page: v.string(),
  at: instant,
  read: v.boolean(),
  /** What became of the WeChat message: the inbox has it in any case. */
  delivery: v.picklist(['sent', 'waiting', 'not-granted', 'failed']),
})
export type InboxMessage = v.InferOutput<typeof message>

export const listInbox = contract({
  name: 'notifications.listInbox',
  kind: 'query',
  access: { kind: 'resident' },
  input: v.strictObject({ cursor: v.optional(cursor) }),
  output: v.object({ messages: v.array(message), next: v.optional(cursor) }),
  errors: {},
})

/** Marks the caller's messages read. */
export const markRead = contract({
  name: 'notifications.markRead',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)) }),
  output: v.object({}),
  errors: {},
})

/** Notification debt: people who must hear of a step and could not be messaged, to be phoned. */
export const listPhoneTasks = contract({
  name: 'notifications.listPhoneTasks',
  kind: 'query',
  access: { kind: 'staff', roles: ['reviewer', 'comprehensive', 'supervisor'] },
  input: v.strictObject({}),
  output: v.object({
    tasks: v.array(
      v.object({
        id,
        subject: v.string(),
        receiptNumber: v.string(),
        title: v.string(),
        personName: v.string(),
        why: v.string(),
        at: instant,
      }),
    ),
  }),
  errors: {},
})

export const finishPhoneTask = contract({
  name: 'notifications.finishPhoneTask',
  kind: 'command',
  access: { kind: 'staff', roles: ['reviewer', 'comprehensive', 'supervisor'] },
  input: v.strictObject({ taskId: id }),
  output: v.object({}),
  errors: { NOT_FOUND: '这项电话告知任务不存在或已完成。' },
})

/** Timer: sends what waits in the outbox. */
export const flushOutbox = contract({
  name: 'notifications.flushOutbox',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: v.object({ sent: v.number(), waiting: v.number(), failed: v.number() }),
  errors: {},
})
