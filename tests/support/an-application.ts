import * as contracts from '@shared/contracts/applications'
import type { Channel, FormAnswers } from '@shared/domain/item'
import { main } from '../../cloudfunctions/applications'
import { call, good } from './call'

/** What the applicants of these tests type: nobody's number, but one with the right check digit. */
export const applicant = { name: '秦漓江', identityNumber: '11010519491231002X', phone: '13877312345' }
export const answers = { shopName: '漓江茶馆', seats: '20', kitchen: 'no' }
export const seatsMark = {
  part: 'field',
  code: 'seats',
  defect: 'wrong-value',
  explanation: '座位数与平面图不符',
} as const

/** A draft with everything filled in; gives its revision. */
export async function saveFilledDraft(
  owner: string,
  {
    itemCode = 'tea-house-licence',
    channel = 'pre-review',
    typed = answers,
  }: { itemCode?: string; channel?: Channel; typed?: FormAnswers } = {},
) {
  const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode, channel }))
  return good(
    await call(main, contracts.saveDraft, owner, { itemCode, revision, channel, applicant, answers: { ...typed } }),
  ).revision
}

export async function submit(owner: string, options: { itemCode?: string; channel?: Channel } = {}) {
  const itemCode = options.itemCode ?? 'tea-house-licence'
  const revision = await saveFilledDraft(owner, options)
  return good(
    await call(main, contracts.submitApplication, owner, { itemCode, revision, declared: true, consented: true }),
  )
}

export async function claim(applicationId: string, by: string) {
  return good(await call(main, contracts.claimApplication, by, { applicationId }))
}

export async function submitAndClaim(owner: string, by: string, options: Parameters<typeof submit>[1] = {}) {
  return claim((await submit(owner, options)).applicationId, by)
}

/** A submitted application that a reviewer has sent back for one field. */
export async function submitAndNotice(owner: string, by: string) {
  const { id: applicationId, version } = await submitAndClaim(owner, by)
  return good(await call(main, contracts.requestCorrection, by, { applicationId, version, marks: [seatsMark] }))
}

/** The correction of what `submitAndNotice` asked for. */
export async function resubmit(owner: string, applicationId: string, version: number) {
  const corrected = { applicationId, version, answers: { seats: '24' }, applicant: {} }
  return good(await call(main, contracts.resubmitApplication, owner, corrected))
}

export async function look(by: string, applicationId: string) {
  return good(await call(main, contracts.getApplication, by, { applicationId }))
}
