import { answerRectification as contract } from '@shared/contracts/surveys'
import type { InputOf } from '@shared/contracts/contract'
import { database, type Transaction } from '../../kernel/database'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { answerIds } from '../answering'
import { sealDisputeReason } from '../dispute-reason'
import { citizen } from '../people'
import { citizenView } from '../rectification-view'
import { citizenActor, moveRectification } from '../rectifying'
import { answers, rectifications, type Rectification } from '../store'
import { untraceable } from '../untraceable'

/** The citizen says whether it is solved; if not, a supervisor looks at it again. */
export const answerRectification = implementCommand(contract, {
  untraceable: {
    ...untraceable,
    // What was written is told once, and not kept to be told again.
    keptAnswer: ({ comment: _comment, disputeReason: _reason, ...view }) => ({ ...view, tags: [] }),
  },
  async handle({ input, openid, now, transaction, outbox }) {
    const rectification = await theirs(transaction, input.of, openid)
    if (rectification === undefined) return fail('NOT_FOUND')
    const reason = input.reason ?? ''
    if (!input.solved && reason === '') return fail('REASON_MISSING')
    const moved = await moveRectification(transaction, {
      rectification,
      action: input.solved ? 'accept' : 'dispute',
      person: citizen,
      actor: citizenActor(rectification),
      now,
      outbox,
      ...(input.solved ? {} : { change: sealDisputeReason(rectification._id, reason) }),
    })
    return isFailure(moved) ? moved : citizenView(moved, transaction)
  },
})

async function theirs(
  transaction: Transaction,
  of: InputOf<typeof contract>['of'],
  openid: string,
): Promise<Rectification | undefined> {
  if (of.kind === 'named') {
    const found = await transaction.get(rectifications, of.rectificationId)
    return found?.ownerId === openid ? found : undefined
  }
  const answer = await database.get(answers, answerIds.anonymous(of.ticket))
  return answer?.rectificationId === undefined ? undefined : transaction.get(rectifications, answer.rectificationId)
}
