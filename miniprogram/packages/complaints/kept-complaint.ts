import * as v from 'valibot'
import { dropOwn, keepOwn, keptOwn } from '../../cloud/session'
import { complaintForm, type ComplaintForm } from './complaint-form'

const key = 'complaint'

export function keepComplaint(complaint: ComplaintForm): void {
  keepOwn(key, complaint)
}

/** What was written on this device and not sent. */
export function findKeptComplaint(): ComplaintForm | undefined {
  const parsed = v.safeParse(complaintForm, keptOwn(key))
  return parsed.success ? parsed.output : undefined
}

export function forgetComplaint(): void {
  dropOwn(key)
}
