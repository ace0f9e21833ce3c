import { moveRectification as contract } from '@shared/contracts/surveys'
import type { InputOf } from '@shared/contracts/contract'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { isInScope, memberTowards, staffActor } from '../people'
import { staffViews } from '../rectification-view'
import { moveRectification as move, type RectificationChange } from '../rectifying'
import { rectifications } from '../store'

/** A step of staff with its words. */
export const moveRectification = implementCommand(contract, {
  async handle({ input, staff, now, transaction, outbox }) {
    const rectification = await transaction.get(rectifications, input.rectificationId)
    if (rectification === undefined || !isInScope(staff, rectification)) return fail('NOT_FOUND')
    if (rectification.version !== input.version) return fail('VERSION_CHANGED')
    const moved = await move(transaction, {
      rectification,
      action: input.action,
      person: memberTowards(rectification, staff),
      actor: staffActor(staff),
      now,
      outbox,
      change: changeOf(input.action, input.words),
    })
    if (isFailure(moved)) return moved
    const [view] = await staffViews([moved], staff, transaction)
    return view ?? fail('NOT_FOUND')
  },
})

function changeOf(action: InputOf<typeof contract>['action'], words: string): RectificationChange {
  switch (action) {
    case 'verify':
      return { finding: words }
    case 'find-unfounded':
      return { finding: words, reply: words }
    case 'extend':
      return { extensionReason: words }
    case 'answer':
      return { reply: words }
    case 'conclude':
      return { conclusion: words }
  }
}
