import { saveDraft as contract } from '@shared/contracts/applications'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { findPublishedItem } from '../../kernel/published-items'
import { stillChanged } from '../changed-guide'
import { sealContent } from '../content'
import { draftDates, ownDraft } from '../drafts'
import { drafts } from '../store'

/** Saves what was typed; a revision that is not the last one means another device wrote, and nothing is overwritten. */
export const saveDraft = implementCommand(contract, {
  prepare: async ({ input }) => (await findPublishedItem(input.itemCode)) ?? fail('DRAFT_NOT_FOUND'),
  async handle({ input, openid, now, transaction, prepared: item }) {
    const draft = await ownDraft(transaction, openid, input.itemCode)
    if (isFailure(draft)) return draft
    if (draft.revision !== input.revision) return fail('DRAFT_CHANGED')
    if (!item.channels.includes(input.channel)) return fail('CHANNEL_NOT_OFFERED')
    const revision = draft.revision + 1
    const dates = draftDates(now)
    const content = { applicant: input.applicant, answers: input.answers }
    await transaction.put(drafts, {
      ...draft,
      channel: input.channel,
      content: sealContent(draft._id, content),
      changedParts: stillChanged(draft, { content, channel: input.channel }),
      revision,
      savedAt: now,
      ...dates,
    })
    return { revision, savedAt: now, keptUntil: dates.keptUntil }
  },
})
