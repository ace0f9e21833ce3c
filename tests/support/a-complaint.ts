import * as contracts from '@shared/contracts/complaints'
import type { InputOf } from '@shared/contracts/contract'
import { main } from '../../cloudfunctions/complaints'
import { personReference } from '../../cloudfunctions/kernel/person-reference'
import { call, good } from './call'

type Sent = InputOf<typeof contracts.sendComplaint>
type Step = InputOf<typeof contracts.moveComplaint>['step']

export const complainant = { name: '秦小满', phone: '13877309911' } as const
export const complained: Sent = {
  kind: 'complaint',
  subject: '窗口排队没有人叫号',
  text: '食品药品窗口排队两个小时没有人叫号，问工作人员也不回答，请改进叫号。',
  complainant,
  disclosed: false,
  consented: true,
}

/** Sends a complaint as a citizen. */
export async function send(by: string, given: Partial<Sent> = {}) {
  return good(await call(main, contracts.sendComplaint, by, { ...complained, ...given }))
}

export interface Followed {
  readonly id: string
  readonly version: number
}
/** A step of staff. */
export async function step(by: string, complaint: Followed, taken: Step) {
  const input = { complaintId: complaint.id, version: complaint.version, step: taken }
  return good(await call(main, contracts.moveComplaint, by, input))
}

/** The people of the rest: who supervises, who is entrusted, in which department. */
export interface Desk {
  readonly supervisor: string
  readonly handler: string
  readonly department: string
}
const kind = 'complaint'
const words = '已核实，叫号设备当日故障，现已修复并安排人员引导'

/** A complaint taken as far as a state. */
export async function complaintIn(
  state: 'sent' | 'received' | 'assigned' | 'handling' | 'supervised' | 'answered',
  citizen: string,
  { supervisor, handler, department }: Desk,
  given: Partial<Sent> = {},
) {
  const sent = await send(citizen, given)
  if (state === 'sent') return sent
  const received = await step(supervisor, sent, { action: 'receive', kind })
  if (state === 'received') return received
  const assigned = await step(supervisor, received, { action: 'assign', department, about: [] })
  if (state === 'assigned') return assigned
  const handling = await step(supervisor, assigned, { action: 'entrust', to: personReference(handler) })
  if (state === 'handling') return handling
  const supervised = await step(handler, handling, { action: 'handle', words })
  if (state === 'supervised') return supervised
  return step(supervisor, supervised, { action: 'answer', words })
}
