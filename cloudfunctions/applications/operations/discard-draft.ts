import { discardDraft as contract } from '@shared/contracts/applications'
import { implementCommand, isFailure } from '../../kernel/operation'
import { ownDraft } from '../drafts'
import { expireFiles } from '../uploads'
import { drafts } from '../store'

/** Throws a draft away; its files are cleared by the timer. */
export const discardDraft = implementCommand(contract, {
  async handle({ input, openid, now, transaction }) {
    const draft = await ownDraft(transaction, openid, input.itemCode)
    if (isFailure(draft)) return draft
    await expireFiles(transaction, Object.values(draft.materials).flat(), now)
    await transaction.remove(drafts, draft._id)
    return {}
  },
})
