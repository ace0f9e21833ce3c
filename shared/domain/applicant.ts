import { applicantParts } from './correction-notice'
import type { FormField } from './item'

/**
 * The applicant's own details as questions of a form, so that pages render and check them like any other field.
 * Names are as long as the population register takes them.
 */
export const applicantFields = [
  {
    code: 'name',
    label: applicantParts.name,
    hint: '与身份证件上的姓名一致',
    type: 'text',
    minLength: 2,
    maxLength: 30,
    required: true,
  },
  { code: 'identityNumber', label: applicantParts.identityNumber, type: 'identity-number', required: true },
  { code: 'phone', label: applicantParts.phone, hint: '需要时工作人员会打这个电话', type: 'phone', required: true },
] as const satisfies readonly (FormField & { readonly code: keyof typeof applicantParts })[]
