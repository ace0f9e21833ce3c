import { answerComplaint as contract } from '@shared/contracts/complaints'
import type { InputOf } from '@shared/contracts/contract'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { moveComplaint, type ComplaintChange } from '../moving'
import { citizen, citizenActor } from '../people'
import { viewOf } from '../view'
import { ownComplaint } from '../whose'

/** The citizen withdraws, confirms, or asks for it again, once. */
export const answerComplaint = implementCommand(contract, {
  async handle({ input, openid, now, transaction, outbox }) {
    const complaint = await ownComplaint(transaction, input.complaintId, openid)
    if (isFailure(complaint)) return complaint
    if (complaint.version !== input.version) return fail('VERSION_CHANGED')
    const moved = await moveComplaint(transaction, {
      complaint,
      action: input.step.action,
      person: citizen,
      actor: citizenActor(complaint),
      now,
      outbox,
      change: changeOf(input.step),
    })
    return isFailure(moved) ? moved : viewOf(moved, citizen, undefined, transaction)
  },
})

function changeOf(step: InputOf<typeof contract>['step']): ComplaintChange {
  switch (step.action) {
    case 'withdraw':
      return {}
    case 'confirm':
      return { fields: { satisfied: step.satisfied }, details: { satisfied: step.satisfied } }
    case 'reopen':
      return { words: { reopenReason: step.reason } }
  }
}
