import { receiveOriginals as contract } from '@shared/contracts/deliveries'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { originalsRowOf } from '../desk-row'
import { memberActor } from '../member-actor'
import { moveOriginals } from '../move-originals'

/** Originals came to the desk: all of what was announced, or not. */
export const receiveOriginals = implementCommand(contract, {
  async handle({ input, staff, now, transaction, outbox }) {
    if (staff === undefined) return fail('FORBIDDEN')
    const { parcelId, complete, note = '' } = input
    if (!complete && note === '') return fail('NOTE_MISSING', { note: '请写明缺了什么' })
    const moved = await moveOriginals(transaction, {
      parcelId,
      isVisible: ({ department }) => staff.departments.includes(department),
      action: complete ? 'receive' : 'receive-incomplete',
      actor: 'desk',
      by: memberActor(staff),
      note,
      now,
      outbox,
    })
    return isFailure(moved) ? moved : originalsRowOf(moved)
  },
})
