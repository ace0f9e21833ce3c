import * as contracts from '@shared/contracts/applications'
import * as decision from '@shared/contracts/applications-decision'
import * as window from '@shared/contracts/applications-window'
import type { Channel } from '@shared/domain/item'
import { main } from '../../cloudfunctions/applications'
import { submitAndClaim } from './an-application'
import { call, good } from './call'

/** Accepted on whatever way its channel takes: on passing, or after the visit at the window. */
export async function accept(
  owner: string,
  by: string,
  { channel = 'online-full', itemCode }: { channel?: Channel; itemCode?: string } = {},
) {
  const { id, version } = await submitAndClaim(owner, by, { channel, ...(itemCode === undefined ? {} : { itemCode }) })
  const passed = good(await call(main, contracts.passApplication, by, { applicationId: id, version }))
  if (passed.state === 'accepted') return passed
  const compared = { applicationId: id, version: passed.version, compared: [] }
  return good(await call(main, window.acceptAtWindow, by, { ...compared, place: 'window' }))
}

export async function take(by: string, { id, version }: { id: string; version: number }) {
  return good(await call(main, decision.takeApplication, by, { applicationId: id, version }))
}

/** An accepted case that somebody deals with. */
export async function acceptAndTake(owner: string, by: string, options: Parameters<typeof accept>[2] = {}) {
  return take(by, await accept(owner, by, options))
}

/** The number of the licence or of the written decision. */
export const documentNumber = '桂市监许〔2026〕12号'

export async function approve(by: string, { id, version }: { id: string; version: number }, files: string[] = []) {
  return good(await call(main, decision.approveApplication, by, { applicationId: id, version, documentNumber, files }))
}
