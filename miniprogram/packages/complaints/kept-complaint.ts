import * as v from 'valibot'
import { keysOf } from '@shared/contracts/keys-of'
import { complaintKinds } from '@shared/domain/complaint-workflow'
import { dropOwn, keepOwn, keptOwn } from '../../cloud/session'

const form = v.object({
  kind: v.picklist(['', ...keysOf(complaintKinds)]),
  subject: v.string(),
  text: v.string(),
  department: v.string(),
  window: v.string(),
  receiptNumber: v.string(),
  name: v.string(),
  phone: v.string(),
  disclosed: v.boolean(),
})

/** A complaint as it is being written; '' = not said yet. */
export type ComplaintForm = v.InferOutput<typeof form>

export const emptyComplaint: ComplaintForm = {
  kind: '',
  subject: '',
  text: '',
  department: '',
  window: '',
  receiptNumber: '',
  name: '',
  phone: '',
  disclosed: false,
}

const key = 'complaint'

export function keepComplaint(complaint: ComplaintForm): void {
  keepOwn(key, complaint)
}

/** What was written on this device and not sent. */
export function findKeptComplaint(): ComplaintForm | undefined {
  const parsed = v.safeParse(form, keptOwn(key))
  return parsed.success ? parsed.output : undefined
}

export function forgetComplaint(): void {
  dropOwn(key)
}
