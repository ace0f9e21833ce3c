import * as v from 'valibot'
import { keepOwn, keptOwn } from '../../cloud/session'

const slip = v.object({
  applicationId: v.string(),
  receiptNumber: v.string(),
  centreName: v.string(),
  itemName: v.string(),
  department: v.string(),
  /** How it is done, in words. */
  channel: v.string(),
  /** Masked: a slip is shown around. */
  applicant: v.string(),
  /** ms */
  submittedAt: v.number(),
  materials: v.array(v.object({ name: v.string(), files: v.number() })),
  /** The last day of the pre-review's promise; absent once the clock has stopped. */
  promise: v.optional(v.object({ dueOn: v.string(), provisional: v.boolean() })),
  /** What happens next, in sentences. */
  next: v.array(v.string()),
  consultPhone: v.string(),
})

/** A receipt slip 收件回执: what was handed in, when and where. Kept on the phone, so that it opens without a network. */
export type Slip = v.InferOutput<typeof slip>

const key = 'slips'
/** The latest ones are kept. */
const mostKept = 12

function keptSlips(): readonly Slip[] {
  const parsed = v.safeParse(v.array(slip), keptOwn(key))
  return parsed.success ? parsed.output : []
}

export function findKeptSlip(applicationId: string): Slip | undefined {
  return keptSlips().find((each) => each.applicationId === applicationId)
}

export function keepSlip(made: Slip): void {
  const others = keptSlips().filter((each) => each.applicationId !== made.applicationId)
  keepOwn(key, [made, ...others].slice(0, mostKept))
}
