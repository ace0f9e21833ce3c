import * as v from 'valibot'
import { keysOf } from '@shared/contracts/keys-of'
import { complaintKinds } from '@shared/domain/complaint-workflow'

export const complaintForm = v.object({
  kind: v.picklist(['', ...keysOf(complaintKinds)]),
  subject: v.string(),
  text: v.string(),
  department: v.string(),
  window: v.string(),
  receiptNumber: v.string(),
  /** Drafts kept by an earlier version have none. */
  complainedOf: v.optional(v.string(), ''),
  name: v.string(),
  phone: v.string(),
  disclosed: v.boolean(),
})

/** A complaint as it is being written; '' = not said yet. */
export type ComplaintForm = v.InferOutput<typeof complaintForm>

export const emptyComplaint: ComplaintForm = {
  kind: '',
  subject: '',
  text: '',
  department: '',
  window: '',
  receiptNumber: '',
  complainedOf: '',
  name: '',
  phone: '',
  disclosed: false,
}
